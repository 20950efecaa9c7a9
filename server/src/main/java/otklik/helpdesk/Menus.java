package otklik.helpdesk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Call.OfferCommands.Offer;
import otklik.channels.Place;
import otklik.delivery.MovedChats;
import otklik.kernel.Language;
import otklik.notices.Posting;
import otklik.workspaces.Channel;

/// Which commands the messenger offers while somebody types: to operators in their group only, to people in their own
/// chats. And how to work in the group, pinned there.
@Component
final class Menus implements Posting {
  private static final List<String> PEOPLES = List.of("start", "help", "project", "close", "language", "cancel",
      "forget");

  private final List<RoomCommand> roomCommands;
  private final List<String> personCommands;
  private final MovedChats movedChats;

  Menus(List<RoomCommand> roomCommands, List<PersonCommand> personCommands, MovedChats movedChats) {
    this.roomCommands = roomCommands.stream().sorted(Comparator.comparing(RoomCommand::name)).toList();
    List<String> known = personCommands.stream().map(PersonCommand::name).toList();
    this.personCommands = PEOPLES.stream().filter(known::contains).toList();
    this.movedChats = movedChats;
  }

  @Override
  public String scenario() {
    return Helpdesk.NAME;
  }

  private Stream<Place> groups(Channel channel) {
    return Helpdesk.settings(channel).groups().stream().map(group -> Place.chat(movedChats.current(channel, group)));
  }

  @Override
  public Map<Place, String> guides(Channel channel) {
    String guide = channel.text("guide");
    return groups(channel).collect(Collectors.toMap(Function.identity(), _ -> guide, (one, _) -> one,
        LinkedHashMap::new));
  }

  @Override
  public Map<String, Call> menus(Channel channel) {
    Map<String, Call> menus = new LinkedHashMap<>();
    groups(channel).forEach(group ->
        menus.put("menu:" + group.chat(), Call.OfferCommands.inGroup(group, toOperators(channel))));
    menus.put("menu.everybody", Call.OfferCommands.toEverybody(null, toPeople(channel, channel.language())));
    for (Language language : Language.values()) {
      menus.put("menu.everybody." + language.code(),
          Call.OfferCommands.toEverybody(language.code(), toPeople(channel, language)));
    }
    return menus;
  }

  /// One menu for the whole group: what only some may give isn't in it, though it can be typed.
  private List<Offer> toOperators(Channel channel) {
    HelpdeskSettings settings = Helpdesk.settings(channel);
    boolean allAreAdmins = settings.admins().containsAll(settings.operators());
    return roomCommands.stream().filter(command -> allAreAdmins || !command.isForAdmins())
        .map(command -> new Offer(command.name(),
            channel.text("command." + command.name()))).toList();
  }

  private List<Offer> toPeople(Channel channel, Language language) {
    return personCommands.stream()
        .map(name -> new Offer(name, channel.texts().text(language, "person-command." + name))).toList();
  }
}
