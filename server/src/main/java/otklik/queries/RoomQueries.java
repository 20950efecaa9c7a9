package otklik.queries;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.erasure.Erasures;
import otklik.intake.Query;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.rooms.Residents;
import otklik.storage.ReadTx;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// Commands that only show something to whoever wrote them in a room. With the answer the command is kept among the notes
/// of the ticket that it was given about.
@Component
public final class RoomQueries {
  private final Residents residents;
  private final Relay relay;
  private final Deliveries deliveries;
  private final Erasures erasures;
  private final People people;

  RoomQueries(Residents residents, Relay relay, Deliveries deliveries, Erasures erasures, People people) {
    this.residents = residents;
    this.relay = relay;
    this.deliveries = deliveries;
    this.erasures = erasures;
    this.people = people;
  }

  /// Reads what is to be shown.
  @FunctionalInterface
  public interface Shown {
    /// @param ticket the one that the command was given about; null where it is none
    List<Owed> read(ReadTx tx, @Nullable Ticket ticket) throws Exception;
  }

  /// @param tookTooLong what is said when it isn't read in time
  public Query of(Channel channel, Incoming.Said said, String tookTooLong, Shown shown) {
    return new Query() {
      @Override
      public Answer read(ReadTx tx) throws Exception {
        Optional<Long> erasure = erasures.latest(tx, channel);
        Ticket ticket = residents.meant(tx, channel, said);
        return new Read(channel, said, erasure, id(ticket), shown.read(tx, ticket));
      }

      @Override
      public Answer tookTooLong() {
        return tx -> say(tx, channel, said, residents.meant(tx, channel, said), List.of(Owed.words(
            new Call.Say(said.place(), Content.Text.of(tookTooLong), new Target.Known(said.ref().id()), List.of()))));
      }
    };
  }

  private static @Nullable TicketId id(@Nullable Ticket ticket) {
    return ticket == null ? null : ticket.id();
  }

  private void say(Tx tx, Channel channel, Incoming.Said said, @Nullable Ticket ticket, List<Owed> answer)
      throws Exception {
    people.seen(tx, channel, said.by());
    if (ticket != null) {
      relay.keep(tx, channel, ticket.id(), Direction.NOTE, said, said.content());
    }
    for (Owed part : answer) {
      deliveries.owe(tx, channel, part);
    }
  }

  /// What was read when that was the last erasure, about that ticket.
  private final class Read implements Query.Answer {
    private final Channel channel;
    private final Incoming.Said said;
    private final Optional<Long> erasure;
    private final @Nullable TicketId ticket;
    private final List<Owed> answer;

    Read(Channel channel, Incoming.Said said, Optional<Long> erasure, @Nullable TicketId ticket, List<Owed> answer) {
      this.channel = channel;
      this.said = said;
      this.erasure = erasure;
      this.ticket = ticket;
      this.answer = answer;
    }

    /// Nobody who was erased since may be named. And what the command was a reply to may be known only now.
    @Override
    public boolean holds(Tx tx) throws Exception {
      return erasures.latest(tx, channel).equals(erasure)
          && Objects.equals(id(residents.meant(tx, channel, said)), ticket);
    }

    @Override
    public void handle(Tx tx) throws Exception {
      say(tx, channel, said, residents.meant(tx, channel, said), answer);
    }
  }
}
