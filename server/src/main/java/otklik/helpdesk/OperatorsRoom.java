package otklik.helpdesk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Command;
import otklik.intake.Query;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.rooms.AnonymousWords;
import otklik.rooms.Residents;
import otklik.standing.Rounds;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// The operators' side: what they write in a ticket's topic reaches the person, what they press moves the ticket.
/// Whoever isn't an operator is not heard.
@Component
final class OperatorsRoom {
  /// As some keyboards write it.
  private static final char WIDE_SLASH = '／';

  private final People people;
  private final Tickets tickets;
  private final Relay relay;
  private final Residents residents;
  private final Deliveries deliveries;
  private final Map<Press.Action, RoomButton> buttons = new EnumMap<>(Press.Action.class);
  private final Answering answering;
  private final RoomCommands commands;
  private final AnonymousWords anonymousWords;
  private final Rounds rounds;

  OperatorsRoom(People people, Tickets tickets, Relay relay, Residents residents, Deliveries deliveries,
      Answering answering, RoomCommands commands, AnonymousWords anonymousWords, Rounds rounds,
      List<RoomButton> buttons) {
    this.people = people;
    this.tickets = tickets;
    this.relay = relay;
    this.residents = residents;
    this.deliveries = deliveries;
    buttons.forEach(button -> button.actions().forEach(action -> this.buttons.put(action, button)));
    this.answering = answering;
    this.commands = commands;
    this.anonymousWords = anonymousWords;
    this.rounds = rounds;
  }

  static boolean isOperator(Channel channel, Author author) {
    return author.human() && Helpdesk.settings(channel).isOperator(author.id());
  }

  void said(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    if (AnonymousWords.are(said)) {
      tx.afterCommit(() -> rounds.anonymous(channel));
      anonymousWords.heard(tx, channel, said, Command.in(words(said.content())).isPresent(),
          beginsNote(words(said.content())), text(channel, "anonymous"));
    }
    if (!isOperator(channel, said.by())) {
      return;
    }
    Person operator = people.seen(tx, channel, said.by());
    Ticket ticket = residents.meant(tx, channel, said);
    Content.Text words = words(said.content());
    Optional<Command> command = Command.in(words);
    if (beginsNote(words) || isPartOfNote(tx, channel, said)) {
      note(tx, channel, ticket, said);
    } else if (command.isPresent()) {
      commands.given(tx, command.get(), new Order(channel, operator, command.get().rest(), ticket, said));
    } else if (ticket != null && relay.followsNote(tx, channel, ticket.id(), said)) {
      note(tx, channel, ticket, said);
      deliveries.owe(tx, channel, Owed.words(new Call.Say(said.place(), Content.Text.of(text(channel, "forward-noted")),
          new Target.Known(said.ref().id()), List.of())).replacing("forward-noted:" + ticket.id().value()));
    } else if (ticket != null) {
      answering.answer(tx, channel, ticket, operator, said);
    } else if (residents.areMany(tx, channel, said.place())) {
      deliveries.owe(tx, channel, Owed.words(new Call.Say(said.place(), Content.Text.of(text(channel, "triage.reply")),
          new Target.Known(said.ref().id()), List.of())).replacing("triage-hint:" + said.place().key()));
    }
  }

  /// What an operator only wants to see.
  Optional<Query> query(Channel channel, Incoming.Said said) {
    return isOperator(channel, said.by())
        ? Command.in(words(said.content())).flatMap(command -> commands.query(command, channel, said))
        : Optional.empty();
  }

  /// Whether an operator answers what isn't known yet.
  boolean isEarly(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    return isOperator(channel, said.by()) && residents.isEarly(tx, channel, said);
  }

  private void note(Tx tx, Channel channel, @Nullable Ticket ticket, Incoming.Said said) throws Exception {
    if (ticket != null) {
      relay.keep(tx, channel, ticket.id(), Direction.NOTE, said, said.content());
    }
  }

  /// What is never meant for the person: notes and commands.
  static boolean isInternal(Content content) {
    Content.Text words = words(content);
    return beginsNote(words) || Command.in(words).isPresent();
  }

  /// What is for the operators only.
  static boolean isNote(Content content) {
    Content.Text words = words(content);
    return beginsNote(words) || Command.in(words).filter(command -> command.name().equals(Noting.NAME)).isPresent();
  }

  /// Whether it orders an answer to the person.
  static boolean isAnswerOrdered(Content content) {
    return Command.in(content).filter(command -> command.name().equals(LaterCommand.NAME)
        || command.name().equals(CannedAnswers.NAME)).isPresent();
  }

  private static Content.Text words(Content content) {
    return Content.Text.of(Objects.requireNonNullElse(Wording.of(content), ""));
  }

  /// Two slashes begin a note: it isn't meant for the person, be it a text or what stands under a picture.
  private static boolean beginsNote(Content.Text words) {
    return words.text().strip().replace(WIDE_SLASH, '/').startsWith("//");
  }

  /// Of an album only one item has the words.
  private boolean isPartOfNote(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    return said.album() != null && relay.isNote(tx, channel, said.ref().chat(), said.album());
  }

  void pressed(Tx tx, Channel channel, Incoming.Pressed pressed) throws Exception {
    String answer = answer(tx, channel, pressed);
    deliveries.owe(tx, channel, Owed.words(new Call.AnswerPress(pressed.place(), pressed.press(), answer, false)));
  }

  private String answer(Tx tx, Channel channel, Incoming.Pressed pressed) throws Exception {
    if (!isOperator(channel, pressed.by())) {
      return text(channel, "not-operator");
    }
    Optional<Press> press = Press.read(pressed.data());
    RoomButton button = press.map(read -> buttons.get(read.action())).orElse(null);
    if (button == null) {
      return text(channel, "button-outdated");
    }
    Optional<TicketId> named = press.get().ticket();
    Ticket ticket = named.isEmpty() ? null
        : tickets.find(tx, channel, named.get()).filter(found -> !found.isErased()).orElse(null);
    return button.pressed(tx,
        new Pressing(channel, people.seen(tx, channel, pressed.by()), press.get(), ticket, pressed));
  }

  private static String text(Channel channel, String key, @Nullable Object... values) {
    return channel.texts().text(channel.language(), key, values);
  }
}
