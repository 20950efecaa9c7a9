package otklik.talk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import otklik.channels.Ability;
import otklik.channels.Call;
import otklik.channels.Call.OfferCommands.Offer;
import otklik.channels.Place;
import otklik.kernel.Language;
import otklik.notices.Posting;
import otklik.workspaces.Channel;

/// Which commands the messenger offers while somebody types: to a team in its groups only, to people in their own
/// chats. And how to work in a group, pinned there.
@Component
final class CommandMenus implements Posting {
  /// What people look for first, and what they seldom need; a scenario's own stand between.
  private static final List<String> FIRST = List.of("start", "help");
  private static final List<String> LAST = List.of("language", "cancel", "forget");

  private final Map<String, Map<String, PersonCommand>> personCommands;
  private final RoomCommands roomCommands;
  private final Teams teams;

  CommandMenus(List<PersonCommand> personCommands, RoomCommands roomCommands, Teams teams) {
    this.personCommands = Parts.named(personCommands, PersonCommand::name);
    this.roomCommands = roomCommands;
    this.teams = teams;
  }

  private Stream<Place> groups(Channel channel) {
    return teams.groups(channel).stream().map(Place::chat);
  }

  @Override
  public Map<Place, String> guides(Channel channel) {
    Map<Place, String> guides = new LinkedHashMap<>();
    groups(channel).forEach(group -> guides.put(group, teams.of(channel).guide(channel)));
    return guides;
  }

  @Override
  public Map<String, Call> menus(Channel channel) {
    Map<String, Call> menus = new LinkedHashMap<>();
    if (!channel.messenger().can(Ability.MENUS)) {
      return menus;
    }
    groups(channel).forEach(group ->
        menus.put("menu:" + group.chat(), Call.OfferCommands.inGroup(group, toTeam(channel))));
    menus.put("menu.everybody", Call.OfferCommands.toEverybody(null, toPeople(channel, channel.language())));
    for (Language language : Language.values()) {
      menus.put("menu.everybody." + language.code(),
          Call.OfferCommands.toEverybody(language.code(), toPeople(channel, language)));
    }
    return menus;
  }

  /// One menu for the whole group: what only some may give isn't in it, though it can be typed.
  private List<Offer> toTeam(Channel channel) {
    List<String> names = roomCommands.names(channel, teams.of(channel).areAllAdmins(channel));
    return Stream.concat(names.stream(), Stream.of(RoomCommands.HELP)).sorted()
        .map(name -> new Offer(name, channel.text(channel.ownKey("command." + name)))).toList();
  }

  private List<Offer> toPeople(Channel channel, Language language) {
    Map<String, PersonCommand> known = Parts.of(personCommands, channel.scenario());
    Stream<String> own = known.values().stream()
        .filter(command -> !FIRST.contains(command.name()) && !LAST.contains(command.name()))
        .sorted(Comparator.comparingInt(PersonCommand::rank).thenComparing(PersonCommand::name))
        .map(PersonCommand::name);
    return Stream.of(FIRST.stream(), own, LAST.stream()).flatMap(Function.identity()).filter(known::containsKey)
        .map(name -> new Offer(name, channel.texts().text(language,
        channel.ownKey("person-command." + name)))).toList();
  }
}
