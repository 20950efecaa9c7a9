package otklik.helpdesk;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.dialogs.Visitor;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.rooms.RoomTag;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// What people thought of the help: a thumb, and after a thumb down a comment for those who want to give one.
@Component
final class Marks implements PersonButton, Alarm {
  private static final String COMMENT = "helpdesk.comment";

  private final DeskTickets deskTickets;
  private final Comments comments;
  private final Tickets tickets;
  private final Timeline timeline;
  private final Questions questions;
  private final Deliveries deliveries;
  private final Relay relay;
  private final People people;
  private final Timers timers;
  private final InstantSource clock;

  Marks(DeskTickets deskTickets, Comments comments, Tickets tickets, Timeline timeline, Questions questions,
      Deliveries deliveries, Relay relay, People people, Timers timers, InstantSource clock) {
    this.deskTickets = deskTickets;
    this.comments = comments;
    this.tickets = tickets;
    this.timeline = timeline;
    this.questions = questions;
    this.deliveries = deliveries;
    this.relay = relay;
    this.people = people;
    this.timers = timers;
    this.clock = clock;
  }

  void ask(Tx tx, Visitor visitor, Ticket ticket) throws Exception {
    if (questions.current(tx, visitor).orElse(null) instanceof DeskStep.Commenting) {
      end(tx, visitor);
    }
    questions.say(tx, visitor, visitor.text("closed"), List.of());
    questions.say(tx, visitor, visitor.text("csat.question"), List.of(List.of(
        visitor.button("button.up", Press.of(Press.Action.GOOD, ticket.id()).data()),
        visitor.button("button.down", Press.of(Press.Action.BAD, ticket.id()).data()))));
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.GOOD, Press.Action.BAD, Press.Action.NO_COMMENT);
  }

  @Override
  public boolean pressed(Tx tx, Visitor visitor, Press press) throws Exception {
    Optional<Ticket> found = press.ticket().isEmpty() ? Optional.empty()
        : tickets.find(tx, visitor.channel(), press.ticket().get());
    if (found.isEmpty() || !found.get().person().equals(visitor.person().id())
        || !found.get().state().equals(Ticket.CLOSED)) {
      return false;
    }
    Ticket ticket = found.get();
    return switch (press.action()) {
      case GOOD -> marked(tx, visitor, ticket, "up");
      case BAD -> marked(tx, visitor, ticket, "down");
      case NO_COMMENT -> skipped(tx, visitor, ticket);
      default -> throw new IllegalStateException("not a mark: " + press);
    };
  }

  private boolean marked(Tx tx, Visitor visitor, Ticket ticket, String score) throws Exception {
    Channel channel = visitor.channel();
    if (!deskTickets.marked(tx, channel, ticket, score)) {
      return false;
    }
    timeline.note(tx, channel, ticket.id(), "marked", visitor.person().id(), score);
    tellOperators(tx, channel, ticket, channel.texts().text(channel.language(), "feedback." + score));
    if (score.equals("up")) {
      questions.say(tx, visitor, visitor.text("csat.thanks-up"), List.of());
    } else if (questions.current(tx, visitor).isEmpty()
        && tickets.openOf(tx, channel, visitor.person().id()).isEmpty()) {
      questions.go(tx, visitor, new DeskStep.Commenting(ticket.id()));
      timers.set(tx, channel, COMMENT, visitor.chat().key(), Long.toString(visitor.person().id().value()),
          clock.instant().plus(Helpdesk.settings(channel).timeouts().comment()));
      Button skip = visitor.button("button.skip", Press.of(Press.Action.NO_COMMENT, ticket.id()).data());
      questions.ask(tx, visitor, visitor.text("csat.ask-comment"), List.of(List.of(skip)));
    } else {
      questions.say(tx, visitor, visitor.text("csat.skipped"), List.of());
    }
    return true;
  }

  private boolean skipped(Tx tx, Visitor visitor, Ticket ticket) throws Exception {
    if (!isAwaited(tx, visitor, ticket.id())) {
      return false;
    }
    end(tx, visitor);
    questions.say(tx, visitor, visitor.text("csat.skipped"), List.of());
    return true;
  }

  private boolean isAwaited(Tx tx, Visitor visitor, TicketId ticket) {
    return questions.current(tx, visitor).orElse(null) instanceof DeskStep.Commenting commenting
        && commenting.ticket().equals(ticket);
  }

  /// Plain words stand in their topic as the desk's own line. What the operators must see or hear, and what needs what
  /// stands around it, is brought there.
  void commented(Tx tx, Visitor visitor, DeskStep.Commenting commenting, Incoming.Said said, Content shown)
      throws Exception {
    Channel channel = visitor.channel();
    Ticket ticket = tickets.find(tx, channel, commenting.ticket()).orElseThrow();
    String words = Objects.requireNonNullElse(Wording.of(shown), shown.type());
    boolean follows = !(shown instanceof Content.Text text && text.spans().isEmpty()) || said.replyTo() != null
        || !said.context().equals(Context.NONE);
    Optional<DeliveryId> line = tellOperators(tx, channel, ticket, follows
        ? channel.texts().text(channel.language(), "feedback.comment-follows") : Comments.line(channel, words));
    MessageId message = follows
        ? relay.pass(tx, channel, ticket, Direction.IN, said, shown)
        : relay.keep(tx, channel, ticket.id(), Direction.IN, said, shown);
    comments.given(tx, channel, ticket, visitor.person().id(), words, message, follows ? Optional.empty() : line);
    end(tx, visitor);
    Button newMatter =
        visitor.button("button.new-matter", Press.of(Press.Action.NEW_MATTER, ticket.id(), message.value()).data());
    questions.say(tx, visitor, visitor.text("csat.comment-thanks"), List.of(List.of(newMatter)));
  }

  /// The message was a new matter and no comment. False when that is known already.
  boolean uncommented(Tx tx, Visitor visitor, Ticket ticket, MessageId message) throws Exception {
    Channel channel = visitor.channel();
    if (!deskTickets.uncommented(tx, channel, ticket.id(), message)) {
      return false;
    }
    timeline.note(tx, channel, ticket.id(), "uncommented", visitor.person().id(), null);
    tellOperators(tx, channel, ticket, channel.texts().text(channel.language(), "feedback.no-comment"));
    return true;
  }

  /// Whatever comes now is no comment.
  void end(Tx tx, Visitor visitor) throws SQLException {
    questions.end(tx, visitor);
    timers.cancel(tx, visitor.channel(), COMMENT, visitor.chat().key());
  }

  private Optional<DeliveryId> tellOperators(Tx tx, Channel channel, Ticket ticket, String text) throws Exception {
    return ticket.room() == null ? Optional.empty() : Optional.of(deliveries.owe(tx, channel,
        Owed.of(Priority.BOOKKEEPING, Call.Say.text(ticket.room(), ticket.saidInRoom(text)))
            .about(RoomTag.LINE.of(channel), ticket.id().value())));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(COMMENT);
  }

  /// Nobody said what was wrong: from now on words are a new matter again.
  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    PersonId id = new PersonId(Long.parseLong(timer.data()));
    Person person = people.find(tx, timer.channel(), id).orElse(null);
    if (person == null) {
      return;
    }
    Visitor visitor = Visitor.of(timer.channel(), person, timer.subject());
    if (questions.current(tx, visitor).orElse(null) instanceof DeskStep.Commenting) {
      questions.end(tx, visitor);
    }
  }
}
