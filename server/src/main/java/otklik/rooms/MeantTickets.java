package otklik.rooms;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.kernel.TicketId;
import otklik.relay.Relay;
import otklik.relay.UnresolvedReplies;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// Which ticket is meant by what somebody says in a room.
@Component
public final class MeantTickets {
  private final Tickets tickets;
  private final Relay relay;
  private final SharedTopic sharedTopic;
  private final UnresolvedReplies unresolvedReplies;
  private final Deliveries deliveries;

  MeantTickets(Tickets tickets, Relay relay, SharedTopic sharedTopic, UnresolvedReplies unresolvedReplies,
      Deliveries deliveries) {
    this.tickets = tickets;
    this.relay = relay;
    this.sharedTopic = sharedTopic;
    this.unresolvedReplies = unresolvedReplies;
    this.deliveries = deliveries;
  }

  /// The one whose own room it is; where others are too, the one to whose message or card this is a reply. Null when
  /// nobody can tell.
  public @Nullable Ticket meant(ReadTurn turn, Incoming.Said said) throws Exception {
    Optional<Ticket> own = tickets.inRoom(turn, said.place());
    if (own.isPresent() || said.replyTo() == null) {
      return own.orElse(null);
    }
    Optional<TicketId> known = relay.ticketAt(turn, said.replyTo());
    Optional<Ticket> among = known.isPresent() ? tickets.find(turn, known.get())
        : tickets.sharingWithCard(turn, said.replyTo().id()).stream()
            .filter(ticket -> said.place().equals(ticket.room())).findFirst();
    return among.filter(ticket -> ticket.sharesRoom() && said.place().equals(ticket.room())).orElse(null);
  }

  /// Whether nobody can tell yet whom or what this answers: what stands there last may be a card or somebody's words that
  /// the messenger shows a moment before we know them.
  public boolean isEarly(Turn turn, Incoming.Said said) throws Exception {
    if (said.replyTo() == null || !deliveries.isUnderWay(turn.channel(), said.place())) {
      return false;
    }
    Ticket meant = meant(turn, said);
    return meant == null || (!meant.sharesRoom() && unresolvedReplies.isReply(turn, said));
  }

  /// Whether it is the topic that tickets share: there nobody is meant by words that are no reply.
  public boolean areMany(Turn turn, Place place) {
    return sharedTopic.is(turn, place);
  }
}
