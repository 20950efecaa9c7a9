package otklik.helpdesk;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.erasure.Erasures;
import otklik.kernel.TicketId;
import otklik.rooms.RoomTraces;
import otklik.rooms.SharedTopic;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What stands of a ticket in the operators' groups: its topic, in whichever group that is, and its messages in the
/// shared one. The operators are told, where it stands, what the messenger did not let us delete.
@Component
final class GroupTraces implements Listener {
  private static final String DELETION = "helpdesk.erasing";

  private final Tickets tickets;
  private final DeskTickets deskTickets;
  private final Erasures erasures;
  private final SharedTopic sharedTopic;
  private final RoomTraces roomTraces;
  private final Deliveries deliveries;
  private final Groups groups;

  GroupTraces(Tickets tickets, DeskTickets deskTickets, Erasures erasures, SharedTopic sharedTopic,
      RoomTraces roomTraces, Deliveries deliveries, Groups groups) {
    this.tickets = tickets;
    this.deskTickets = deskTickets;
    this.erasures = erasures;
    this.sharedTopic = sharedTopic;
    this.roomTraces = roomTraces;
    this.deliveries = deliveries;
    this.groups = groups;
  }

  void withdraw(Turn turn, Ticket ticket) throws Exception {
    Place shared = shared(turn);
    delete(turn, ticket, shared, roomTraces.withdraw(turn, ticket, shared.chat()));
    if (ticket.room() != null && !ticket.sharesRoom()) {
      owe(turn, new Call.DeleteTopic(ticket.room()), ticket.id());
    }
  }

  /// Of its oldest messages alone, which are forgotten at once.
  void eraseOldest(Turn turn, Ticket ticket, int most) throws Exception {
    Place shared = shared(turn);
    delete(turn, ticket, shared, roomTraces.eraseOldest(turn, ticket, shared.chat(), most));
  }

  private Place shared(Turn turn) throws Exception {
    return sharedTopic.where(turn).orElseGet(() -> Place.chat(groups.first(turn.channel())));
  }

  /// What is in a topic of its own goes with it.
  private void delete(Turn turn, Ticket ticket, Place shared, Set<MessageRef> standing) throws Exception {
    if (deskTickets.of(turn, ticket.id()).category().equals(DeskTicket.TRIAGE)) {
      for (MessageRef message : standing) {
        owe(turn, new Call.Delete(shared, new Target.Known(message.id())), ticket.id());
      }
    }
  }

  private void owe(Turn turn, Call deletion, TicketId ticket) throws Exception {
    deliveries.owe(turn, NewDelivery.of(Priority.EDITS, deletion).about(DELETION, ticket.value()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DELETION);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (!(done.outcome() instanceof Outcome.Refused refused) || refused.why() == Refusal.TOPIC_GONE) {
      return;
    }
    Ticket ticket = tickets.find(turn, new TicketId(done.subject().id())).orElseThrow();
    boolean first = erasures.leftOver(turn, ticket.person());
    boolean topic = done.call() instanceof Call.DeleteTopic;
    if (first || topic) {
      Place general = groups.general(turn.channel(), done.call().place().chat());
      deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING, Call.Say.text(general, turn.text(
          topic ? "erasing.topic-left" : "erasing.messages-left",
          "number", "%04d".formatted(ticket.number())))));
    }
  }
}
