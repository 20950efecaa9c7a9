package otklik.helpdesk;

import java.sql.SQLException;
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
import otklik.delivery.NewDelivery;
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
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// What people thought of the help: a thumb, and after a thumb down a comment for those who want to give one.
@Component
final class RatingPrompt implements DeskPart, PersonButton, TimerHandler {
  private static final String COMMENT = "helpdesk.comment";

  private final DeskTickets deskTickets;
  private final Comments comments;
  private final Tickets tickets;
  private final Timeline timeline;
  private final FormQuestions formQuestions;
  private final Deliveries deliveries;
  private final Relay relay;
  private final People people;
  private final Timers timers;

  RatingPrompt(DeskTickets deskTickets, Comments comments, Tickets tickets, Timeline timeline,
      FormQuestions formQuestions, Deliveries deliveries, Relay relay, People people, Timers timers) {
    this.deskTickets = deskTickets;
    this.comments = comments;
    this.tickets = tickets;
    this.timeline = timeline;
    this.formQuestions = formQuestions;
    this.deliveries = deliveries;
    this.relay = relay;
    this.people = people;
    this.timers = timers;
  }

  void ask(Visitor visitor, Ticket ticket) throws Exception {
    if (formQuestions.current(visitor).orElse(null) instanceof DeskStep.Commenting) {
      end(visitor);
    }
    formQuestions.say(visitor, visitor.text("closed"), List.of());
    formQuestions.say(visitor, visitor.text("csat.question"), List.of(List.of(
        visitor.button("button.up", Press.of(DeskButton.GOOD, ticket.id()).data()),
        visitor.button("button.down", Press.of(DeskButton.BAD, ticket.id()).data()))));
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(DeskButton.GOOD, DeskButton.BAD, DeskButton.NO_COMMENT);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    return Response.done(isDone(pressing.visitor(), pressing.press()));
  }

  private boolean isDone(Visitor visitor, Press press) throws Exception {
    Optional<Ticket> found = press.ticket().isEmpty() ? Optional.empty()
        : tickets.find(visitor.turn(), press.ticket().get());
    if (found.isEmpty() || !found.get().person().equals(visitor.person().id())
        || !found.get().state().equals(Ticket.CLOSED)) {
      return false;
    }
    Ticket ticket = found.get();
    return switch (press.kind()) {
      case DeskButton.GOOD -> marked(visitor, ticket, "up");
      case DeskButton.BAD -> marked(visitor, ticket, "down");
      case DeskButton.NO_COMMENT -> skipped(visitor, ticket);
      default -> throw new IllegalStateException("not a mark: " + press);
    };
  }

  private boolean marked(Visitor visitor, Ticket ticket, String score) throws Exception {
    Turn turn = visitor.turn();
    if (!deskTickets.marked(turn, ticket, score)) {
      return false;
    }
    timeline.note(turn, ticket.id(), "marked", visitor.person().id(), score);
    tellOperators(turn, ticket, turn.text("feedback." + score));
    if (score.equals("up")) {
      formQuestions.say(visitor, visitor.text("csat.thanks-up"), List.of());
    } else if (formQuestions.current(visitor).isEmpty()
        && tickets.openOf(turn, visitor.person().id()).isEmpty()) {
      formQuestions.go(visitor, new DeskStep.Commenting(ticket.id()));
      timers.set(turn, COMMENT, visitor.chat().key(), Long.toString(visitor.person().id().value()),
          turn.now().plus(Helpdesk.settings(turn.channel()).timeouts().comment()));
      Button skip = visitor.button("button.skip", Press.of(DeskButton.NO_COMMENT, ticket.id()).data());
      formQuestions.ask(visitor, visitor.text("csat.ask-comment"), List.of(List.of(skip)));
    } else {
      formQuestions.say(visitor, visitor.text("csat.skipped"), List.of());
    }
    return true;
  }

  private boolean skipped(Visitor visitor, Ticket ticket) throws Exception {
    if (!isAwaited(visitor, ticket.id())) {
      return false;
    }
    end(visitor);
    formQuestions.say(visitor, visitor.text("csat.skipped"), List.of());
    return true;
  }

  private boolean isAwaited(Visitor visitor, TicketId ticket) {
    return formQuestions.current(visitor).orElse(null) instanceof DeskStep.Commenting commenting
        && commenting.ticket().equals(ticket);
  }

  /// Plain words stand in their topic as the desk's own line. What the operators must see or hear, and what needs what
  /// stands around it, is brought there.
  void commented(Visitor visitor, DeskStep.Commenting commenting, Incoming.Said said, Content shown) throws Exception {
    Turn turn = visitor.turn();
    Ticket ticket = tickets.find(turn, commenting.ticket()).orElseThrow();
    String words = Objects.requireNonNullElse(Wording.of(shown), shown.type());
    boolean follows = !(shown instanceof Content.Text text && text.spans().isEmpty()) || said.replyTo() != null
        || !said.context().equals(Context.NONE);
    Optional<DeliveryId> line = tellOperators(turn, ticket, follows
        ? turn.text("feedback.comment-follows") : Comments.line(turn.channel(), words));
    MessageId message = follows
        ? relay.pass(turn, ticket, Direction.IN, said, shown)
        : relay.keep(turn, ticket.id(), Direction.IN, said, shown);
    comments.given(turn, ticket, visitor.person().id(), words, message, follows ? Optional.empty() : line);
    end(visitor);
    Button newMatter =
        visitor.button("button.new-matter", Press.of(DeskButton.NEW_MATTER, ticket.id(), message.value()).data());
    formQuestions.say(visitor, visitor.text("csat.comment-thanks"), List.of(List.of(newMatter)));
  }

  /// The message was a new matter and no comment. False when that is known already.
  boolean uncommented(Visitor visitor, Ticket ticket, MessageId message) throws Exception {
    Turn turn = visitor.turn();
    if (!deskTickets.uncommented(turn, ticket.id(), message)) {
      return false;
    }
    timeline.note(turn, ticket.id(), "uncommented", visitor.person().id(), null);
    tellOperators(turn, ticket, turn.text("feedback.no-comment"));
    return true;
  }

  /// Whatever comes now is no comment.
  void end(Visitor visitor) throws SQLException {
    formQuestions.end(visitor);
    timers.cancel(visitor.turn(), COMMENT, visitor.chat().key());
  }

  private Optional<DeliveryId> tellOperators(Turn turn, Ticket ticket, String text) throws Exception {
    return ticket.room() == null ? Optional.empty() : Optional.of(deliveries.owe(turn,
        NewDelivery.of(Priority.BOOKKEEPING, Call.Say.text(ticket.room(), ticket.saidInRoom(text)))
            .about(RoomTag.LINE.of(turn.channel()), ticket.id().value())));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(COMMENT);
  }

  /// Nobody said what was wrong: from now on words are a new matter again.
  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    PersonId id = new PersonId(Long.parseLong(timer.data()));
    Person person = people.find(turn, id).orElse(null);
    if (person == null) {
      return;
    }
    Visitor visitor = Visitor.of(turn, person, timer.subject());
    if (formQuestions.current(visitor).orElse(null) instanceof DeskStep.Commenting) {
      formQuestions.end(visitor);
    }
  }
}
