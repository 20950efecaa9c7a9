package otklik.emergency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Call.OfferCommands.Offer;
import otklik.channels.Place;
import otklik.delivery.MovedChats;
import otklik.kernel.Language;
import otklik.notices.Posting;
import otklik.workspaces.Channel;

/// Which commands the messenger offers while somebody types: to coordinators in their group only, to people in their
/// own chats. And how to work in the group, pinned there.
@Component
final class Menus implements Posting {
  private static final List<String> PEOPLES = List.of("start", "help", "city", "language", "cancel", "forget");

  private final List<String> roomCommands;
  private final List<String> personCommands;
  private final MovedChats movedChats;

  Menus(List<RoomCommand> roomCommands, List<PersonCommand> personCommands, MovedChats movedChats) {
    this.roomCommands = roomCommands.stream().map(RoomCommand::name).sorted().toList();
    List<String> known = personCommands.stream().map(PersonCommand::name).toList();
    this.personCommands = PEOPLES.stream().filter(known::contains).toList();
    this.movedChats = movedChats;
  }

  @Override
  public String scenario() {
    return Emergency.NAME;
  }

  private Place group(Channel channel) {
    return Place.chat(movedChats.current(channel, Emergency.settings(channel).coordinatorsChat()));
  }

  @Override
  public Map<Place, String> guides(Channel channel) {
    String guide = channel.text("emergency.coordinators.guide");
    String more = channel.text("emergency.coordinators.guide.more");
    return Map.of(group(channel), guide + "\n" + more);
  }

  @Override
  public Map<String, Call> menus(Channel channel) {
    Map<String, Call> menus = new LinkedHashMap<>();
    Place group = group(channel);
    menus.put("menu:" + group.chat(), Call.OfferCommands.inGroup(group, toCoordinators(channel)));
    menus.put("menu.everybody", Call.OfferCommands.toEverybody(null, toPeople(channel, channel.language())));
    for (Language language : Language.values()) {
      menus.put("menu.everybody." + language.code(),
          Call.OfferCommands.toEverybody(language.code(), toPeople(channel, language)));
    }
    return menus;
  }

  private List<Offer> toCoordinators(Channel channel) {
    return roomCommands.stream()
        .map(name -> new Offer(name, channel.text("emergency.command." + name))).toList();
  }

  private List<Offer> toPeople(Channel channel, Language language) {
    return personCommands.stream()
        .map(name -> new Offer(name, channel.texts().text(language, "emergency.person-command." + name))).toList();
  }
}
