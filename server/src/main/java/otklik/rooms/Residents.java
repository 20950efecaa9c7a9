package otklik.rooms;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.kernel.TicketId;
import otklik.relay.Early;
import otklik.relay.Relay;
import otklik.storage.ReadTx;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// Which ticket is meant by what somebody says in a room.
@Component
public final class Residents {
  private final Tickets tickets;
  private final Relay relay;
  private final SharedTopic sharedTopic;
  private final Early early;
  private final Deliveries deliveries;

  Residents(Tickets tickets, Relay relay, SharedTopic sharedTopic, Early early, Deliveries deliveries) {
    this.tickets = tickets;
    this.relay = relay;
    this.sharedTopic = sharedTopic;
    this.early = early;
    this.deliveries = deliveries;
  }

  /// The one whose own room it is; where others are too, the one to whose message or card this is a reply. Null when
  /// nobody can tell.
  public @Nullable Ticket meant(ReadTx tx, Channel channel, Incoming.Said said) throws Exception {
    Optional<Ticket> own = tickets.inRoom(tx, channel, said.place());
    if (own.isPresent() || said.replyTo() == null) {
      return own.orElse(null);
    }
    Optional<TicketId> known = relay.ticketAt(tx, channel, said.replyTo());
    Optional<Ticket> among = known.isPresent() ? tickets.find(tx, channel, known.get())
        : tickets.sharingWithCard(tx, channel, said.replyTo().id()).stream()
            .filter(ticket -> said.place().equals(ticket.room())).findFirst();
    return among.filter(ticket -> ticket.sharesRoom() && said.place().equals(ticket.room())).orElse(null);
  }

  /// Whether nobody can tell yet whom or what this answers: what stands there last may be a card or somebody's words that
  /// the messenger shows a moment before we know them.
  public boolean isEarly(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    if (said.replyTo() == null || !deliveries.isUnderWay(channel, said.place())) {
      return false;
    }
    Ticket meant = meant(tx, channel, said);
    return meant == null || (!meant.sharesRoom() && early.isReply(tx, channel, said));
  }

  /// Whether it is the topic that tickets share: there nobody is meant by words that are no reply.
  public boolean areMany(Tx tx, Channel channel, Place place) {
    return sharedTopic.is(tx, channel, place);
  }
}
