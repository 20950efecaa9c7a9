package otklik.emergency;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Command;
import otklik.intake.Query;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Wording;
import otklik.rooms.AnonymousWords;
import otklik.rooms.Residents;
import otklik.rooms.RoomNews;
import otklik.standing.Rounds;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// The coordinators' group: what they write under a request reaches the person, what they press decides. Whoever isn't
/// a coordinator is not heard, and told so when they press something.
@Component
final class CoordinatorsRoom {
  private final People people;
  private final Residents residents;
  private final RoomCommands commands;
  private final CoordinatorsWords words;
  private final AnonymousWords anonymousWords;
  private final RoomNews roomNews;
  private final Rounds rounds;
  private final Deliveries deliveries;
  private final Map<Press.Action, RoomButton> buttons = new EnumMap<>(Press.Action.class);

  CoordinatorsRoom(People people, Residents residents, RoomCommands commands, CoordinatorsWords words,
      AnonymousWords anonymousWords, RoomNews roomNews, Rounds rounds, Deliveries deliveries, List<RoomButton> buttons) {
    this.people = people;
    this.residents = residents;
    this.commands = commands;
    this.words = words;
    this.anonymousWords = anonymousWords;
    this.roomNews = roomNews;
    this.rounds = rounds;
    this.deliveries = deliveries;
    buttons.forEach(button -> button.actions().forEach(action -> this.buttons.put(action, button)));
  }

  void said(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    if (AnonymousWords.are(said)) {
      tx.afterCommit(() -> rounds.anonymous(channel));
      anonymousWords.heard(tx, channel, said, Command.in(wording(said.content())).isPresent(),
          CoordinatorsWords.isNote(said.content()),
          channel.texts().text(channel.language(), "emergency.coordinators.anonymous"));
    }
    if (!isCoordinator(channel, said.by())) {
      return;
    }
    Person coordinator = people.seen(tx, channel, said.by());
    Ticket ticket = residents.meant(tx, channel, said);
    Optional<Command> command = CoordinatorsWords.isNote(said.content()) ? Optional.empty()
        : Command.in(wording(said.content()));
    if (command.isPresent()) {
      commands.given(tx, command.get(), new Order(channel, coordinator, command.get().rest(), ticket, said));
    } else if (ticket != null) {
      words.said(tx, channel, ticket, coordinator, said);
    }
  }

  /// What a coordinator only wants to see.
  Optional<Query> query(Channel channel, Incoming.Said said) {
    return isCoordinator(channel, said.by())
        ? Command.in(wording(said.content())).flatMap(command -> commands.query(command, channel, said))
        : Optional.empty();
  }

  /// Whether a coordinator answers what isn't known yet.
  boolean isEarly(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    return isCoordinator(channel, said.by()) && residents.isEarly(tx, channel, said);
  }

  private static Content.Text wording(Content content) {
    return Content.Text.of(Objects.requireNonNullElse(Wording.of(content), ""));
  }

  void pressed(Tx tx, Channel channel, Incoming.Pressed pressed) throws Exception {
    deliveries.owe(tx, channel, Owed.words(
        new Call.AnswerPress(pressed.place(), pressed.press(), answer(tx, channel, pressed), false)));
  }

  private String answer(Tx tx, Channel channel, Incoming.Pressed pressed) throws Exception {
    if (!isCoordinator(channel, pressed.by())) {
      return channel.texts().text(channel.language(), "emergency.coordinators.only");
    }
    Press press = Press.read(pressed.data()).orElse(null);
    RoomButton button = press == null ? null : buttons.get(press.action());
    return press == null || button == null ? channel.texts().text(channel.language(), "emergency.button-outdated")
        : button.pressed(tx, channel, people.seen(tx, channel, pressed.by()), press, pressed);
  }

  void edited(Tx tx, Channel channel, Incoming.Edited edited) throws Exception {
    if (isCoordinator(channel, edited.by())) {
      words.edited(tx, channel, edited);
    }
  }

  void reacted(Tx tx, Channel channel, Incoming.Reacted reacted) throws Exception {
    if (isCoordinator(channel, reacted.by())) {
      words.reacted(tx, channel, reacted);
    }
  }

  void changed(Tx tx, Channel channel, Incoming.TopicChanged changed) throws Exception {
    roomNews.changed(tx, channel, changed);
  }

  /// Any of the channel's chats lives on under another id.
  void moved(Tx tx, Channel channel, Incoming.Moved moved) {
    roomNews.moved(tx, channel, moved);
  }

  /// What stands in the way there is seen by the next round, which is now.
  void standing(Tx tx, Channel channel, Incoming.Standing standing) {
    tx.afterCommit(() -> rounds.soon(channel));
  }

  static boolean isCoordinator(Channel channel, Author author) {
    return author.human() && Emergency.settings(channel).isCoordinator(author.id());
  }
}
