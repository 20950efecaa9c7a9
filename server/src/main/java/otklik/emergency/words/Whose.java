package otklik.emergency.words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.delivery.Deliveries;
import otklik.delivery.MovedChats;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// To which conversation words belong in the chat of somebody who may have several: their own request, those they help
/// with, and what coordinators write to them. A reply goes where the message belongs that it answers, whatever that is.
@Component
public final class Whose {
  private static final Set<String> BETWEEN = Set.of(Notifications.TO_PERSON, PlaceTraces.HELPERS_POSITION);
  /// Words of later aren't meant for whoever was helped before.
  private static final Duration LATELY = Duration.ofHours(1);

  private static final Duration STILL_ANSWERED = Duration.ofMinutes(15);

  private final Tickets tickets;
  private final Requests requests;
  private final Relay relay;
  private final Deliveries deliveries;
  private final Timeline timeline;
  private final MovedChats movedChats;

  Whose(Tickets tickets, Requests requests, Relay relay, Deliveries deliveries, Timeline timeline,
      MovedChats movedChats) {
    this.movedChats = movedChats;
    this.timeline = timeline;
    this.tickets = tickets;
    this.requests = requests;
    this.relay = relay;
    this.deliveries = deliveries;
  }

  public sealed interface Answered {
    /// Their own, or one they help with.
    ///
    /// @param between whether whoever helped or helps said it, to them alone
    record OfRequest(Ticket ticket, boolean between) implements Answered {}

    /// A coordinator wrote it.
    record OfCoordinators(Ticket ticket) implements Answered {}

    /// A request of somebody else that they don't help with, or not any more.
    record NotTheirs(Ticket ticket) implements Answered {}

    /// Nobody can tell, or it is about something that is over.
    record Unknown() implements Answered {}

    /// Nothing in particular: a menu, a question of a form, or no reply.
    record Nothing() implements Answered {}
  }

  public Answered answered(Visitor visitor, @Nullable MessageRef message) throws Exception {
    if (message == null) {
      return new Answered.Nothing();
    }
    Turn turn = visitor.turn();
    Optional<TicketId> coordinators = relay.copiedFrom(turn, message);
    if (coordinators.isPresent()) {
      return tickets.find(turn, coordinators.get())
          .<Answered>map(Answered.OfCoordinators::new).orElseGet(Answered.Unknown::new);
    }
    Optional<TicketId> written = relay.ticketAt(turn, message);
    Optional<Deliveries.SaidThere> said = deliveries.said(turn, message);
    TicketId id = written.orElseGet(() -> said.map(Deliveries.SaidThere::ticket).orElse(null));
    if (id == null) {
      return said.isPresent() || relay.knows(turn, message) ? new Answered.Nothing() : new Answered.Unknown();
    }
    boolean between = said.map(Deliveries.SaidThere::kind).filter(BETWEEN::contains).isPresent();
    return tickets.find(turn, id).map(ticket -> of(visitor, ticket, between)).orElseGet(Answered.Unknown::new);
  }

  private static Answered of(Visitor visitor, Ticket ticket, boolean between) {
    if (isTheirs(visitor, ticket)) {
      return new Answered.OfRequest(ticket, between);
    }
    return ticket.person().equals(visitor.person().id()) ? new Answered.Unknown() : new Answered.NotTheirs(ticket);
  }

  /// Whether they may speak with the other side of it.
  public static boolean isTheirs(Visitor visitor, Ticket ticket) {
    if (ticket.person().equals(visitor.person().id())) {
      return !ticket.state().equals(Ticket.CLOSED);
    }
    return hasHelper(ticket) && visitor.person().id().equals(ticket.owner());
  }

  /// Whether somebody speaks with its person now.
  public static boolean hasHelper(Ticket ticket) {
    return switch (RequestLifecycle.stateOf(ticket)) {
      case RequestLifecycle.State.Taken _, RequestLifecycle.State.Done _ -> true;
      case RequestLifecycle.State.Open _, RequestLifecycle.State.Appealed _, RequestLifecycle.State.Closed _ -> false;
    };
  }

  /// What words without a reply may belong to: their own request first, then those they help with, and those they have
  /// just helped with.
  public List<Ticket> conversations(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    List<Ticket> all = new ArrayList<>(tickets.openOf(turn, visitor.person().id()).stream().toList());
    for (TicketId held : requests.heldBy(turn, visitor.person().id())) {
      all.add(tickets.find(turn, held).orElseThrow());
    }
    all.addAll(doneLately(turn, visitor.person().id()));
    return all;
  }

  /// Whether they have helped with it, and perhaps have nothing more to say there.
  public boolean isOver(Visitor visitor, Ticket ticket) {
    return ticket.state().equals(RequestLifecycle.DONE) && !ticket.person().equals(visitor.person().id());
  }

  /// Whether what they say without a reply may answer coordinators, who spoke last, though somebody helps them. A place
  /// never does.
  public boolean mayAnswerCoordinators(Visitor visitor, Ticket ticket) throws Exception {
    Turn turn = visitor.turn();
    String group = movedChats.current(turn.channel(), EmergencySettings.of(turn.channel()).coordinatorsChat());
    return ticket.owner() != null && ticket.person().equals(visitor.person().id())
        && relay.unanswered(turn, ticket.id()).filter(told -> told.origin().chat().equals(group)
            && told.at().plus(STILL_ANSWERED).isAfter(turn.now())).isPresent();
  }

  /// What they said a moment ago is done, while its person hasn't said so.
  private List<Ticket> doneLately(Turn turn, PersonId helper) throws Exception {
    Instant since = turn.now().minus(LATELY);
    List<Ticket> lately = new ArrayList<>();
    for (TicketId id : requests.doneBy(turn, helper)) {
      if (timeline.of(turn, id).stream()
          .anyMatch(entry -> entry.event().equals(RequestLifecycle.DONE_EVENT) && entry.at().isAfter(since))) {
        lately.add(tickets.find(turn, id).orElseThrow());
      }
    }
    return lately;
  }
}
