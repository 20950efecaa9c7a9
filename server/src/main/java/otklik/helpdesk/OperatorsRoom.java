package otklik.helpdesk;

import java.util.List;
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
import otklik.delivery.NewDelivery;
import otklik.dialogs.Command;
import otklik.intake.Query;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.rooms.AnonymousWords;
import otklik.rooms.RoomTickets;
import otklik.standing.ChannelInspector;
import otklik.talk.Order;
import otklik.talk.RoomCommands;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// The operators' side: what they write in a ticket's topic reaches the person, commands move the ticket. Whoever
/// isn't an operator is not heard.
@Component
final class OperatorsRoom {
  /// As some keyboards write it.
  private static final char WIDE_SLASH = '／';

  private final People people;
  private final Relay relay;
  private final RoomTickets roomTickets;
  private final Deliveries deliveries;
  private final Answering answering;
  private final RoomCommands commands;
  private final AnonymousWords anonymousWords;
  private final ChannelInspector channelInspector;

  OperatorsRoom(People people, Relay relay, RoomTickets roomTickets, Deliveries deliveries,
      Answering answering, RoomCommands commands, AnonymousWords anonymousWords, ChannelInspector channelInspector) {
    this.people = people;
    this.relay = relay;
    this.roomTickets = roomTickets;
    this.deliveries = deliveries;
    this.answering = answering;
    this.commands = commands;
    this.anonymousWords = anonymousWords;
    this.channelInspector = channelInspector;
  }

  static boolean isOperator(Channel channel, Author author) {
    return author.human() && Helpdesk.settings(channel).isOperator(author.id());
  }

  void said(Turn turn, Incoming.Said said) throws Exception {
    if (AnonymousWords.are(said)) {
      turn.afterCommit(() -> channelInspector.anonymous(turn.channel()));
      anonymousWords.heard(turn, said, Command.in(words(said.content())).isPresent(),
          beginsNote(words(said.content())), turn.text("anonymous"));
    }
    if (!isOperator(turn.channel(), said.by())) {
      return;
    }
    Person operator = people.seen(turn, said.by());
    Ticket ticket = roomTickets.meant(turn, said);
    Content.Text words = words(said.content());
    Optional<Command> command = Command.in(words);
    if (beginsNote(words) || isPartOfNote(turn, said)) {
      note(turn, ticket, said);
    } else if (command.isPresent()) {
      commands.given(command.get(), new Order(turn, operator, command.get().rest(), ticket, said));
    } else if (ticket != null && relay.followsNote(turn, ticket.id(), said)) {
      note(turn, ticket, said);
      deliveries.owe(turn, NewDelivery.words(new Call.Say(said.place(), Content.Text.of(turn.text("forward-noted")),
          new Target.Known(said.ref().id()), List.of())).replacing("forward-noted:" + ticket.id().value()));
    } else if (ticket != null) {
      answering.answer(turn, ticket, operator, said);
    } else if (roomTickets.areMany(turn, said.place())) {
      deliveries.owe(turn, NewDelivery.words(new Call.Say(said.place(), Content.Text.of(turn.text("triage.reply")),
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
  boolean isEarly(Turn turn, Incoming.Said said) throws Exception {
    return isOperator(turn.channel(), said.by()) && roomTickets.isEarly(turn, said);
  }

  private void note(Turn turn, @Nullable Ticket ticket, Incoming.Said said) throws Exception {
    if (ticket != null) {
      relay.keep(turn, ticket.id(), Direction.NOTE, said, said.content());
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
    return beginsNote(words) || Command.in(words).filter(command ->
        command.name().equals(NoteCommand.NAME)).isPresent();
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
  private boolean isPartOfNote(Turn turn, Incoming.Said said) throws Exception {
    return said.album() != null && relay.isNote(turn, said.ref().chat(), said.album());
  }
}
