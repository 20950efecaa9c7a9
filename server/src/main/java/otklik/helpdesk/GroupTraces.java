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
import otklik.delivery.Done;
import otklik.delivery.Listener;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.erasure.Erasures;
import otklik.kernel.TicketId;
import otklik.rooms.RoomTraces;
import otklik.rooms.SharedTopic;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

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

  void withdraw(Tx tx, Channel channel, Ticket ticket) throws Exception {
    Place shared = shared(tx, channel);
    delete(tx, channel, ticket, shared, roomTraces.withdraw(tx, channel, ticket, shared.chat()));
    if (ticket.room() != null && !ticket.sharesRoom()) {
      owe(tx, channel, new Call.DeleteTopic(ticket.room()), ticket.id());
    }
  }

  /// Of its oldest messages alone, which are forgotten at once.
  void eraseOldest(Tx tx, Channel channel, Ticket ticket, int most) throws Exception {
    Place shared = shared(tx, channel);
    delete(tx, channel, ticket, shared, roomTraces.eraseOldest(tx, channel, ticket, shared.chat(), most));
  }

  private Place shared(Tx tx, Channel channel) throws Exception {
    return sharedTopic.where(tx, channel).orElseGet(() -> Place.chat(groups.first(channel)));
  }

  /// What is in a topic of its own goes with it.
  private void delete(Tx tx, Channel channel, Ticket ticket, Place shared, Set<MessageRef> standing) throws Exception {
    if (deskTickets.of(tx, channel, ticket.id()).category().equals(DeskTicket.TRIAGE)) {
      for (MessageRef message : standing) {
        owe(tx, channel, new Call.Delete(shared, new Target.Known(message.id())), ticket.id());
      }
    }
  }

  private void owe(Tx tx, Channel channel, Call deletion, TicketId ticket) throws Exception {
    deliveries.owe(tx, channel, Owed.of(Priority.EDITS, deletion).about(DELETION, ticket.value()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DELETION);
  }

  @Override
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    if (!(done.outcome() instanceof Outcome.Refused refused) || refused.why() == Refusal.TOPIC_GONE) {
      return;
    }
    Ticket ticket = tickets.find(tx, channel, new TicketId(done.subject().id())).orElseThrow();
    boolean first = erasures.leftOver(tx, channel, ticket.person());
    boolean topic = done.call() instanceof Call.DeleteTopic;
    if (first || topic) {
      Place general = groups.general(channel, done.call().place().chat());
      deliveries.owe(tx, channel, Owed.of(Priority.BOOKKEEPING, Call.Say.text(general, channel.texts().text(
          channel.language(), topic ? "erasing.topic-left" : "erasing.messages-left",
          "number", "%04d".formatted(ticket.number())))));
    }
  }
}
