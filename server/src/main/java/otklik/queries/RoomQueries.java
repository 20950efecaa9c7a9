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
import otklik.delivery.NewDelivery;
import otklik.erasure.Erasures;
import otklik.intake.Query;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.rooms.MeantTickets;
import otklik.tickets.Ticket;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// Commands that only show something to whoever wrote them in a room. With the answer the command is kept among the notes
/// of the ticket that it was given about.
@Component
public final class RoomQueries {
  private final MeantTickets meantTickets;
  private final Relay relay;
  private final Deliveries deliveries;
  private final Erasures erasures;
  private final People people;

  RoomQueries(MeantTickets meantTickets, Relay relay, Deliveries deliveries, Erasures erasures, People people) {
    this.meantTickets = meantTickets;
    this.relay = relay;
    this.deliveries = deliveries;
    this.erasures = erasures;
    this.people = people;
  }

  /// Reads what is to be shown.
  @FunctionalInterface
  public interface Shown {
    /// @param ticket the one that the command was given about; null where it is none
    List<NewDelivery> read(ReadTurn turn, @Nullable Ticket ticket) throws Exception;
  }

  /// @param tookTooLong what is said when it isn't read in time
  public Query of(Incoming.Said said, String tookTooLong, Shown shown) {
    return new Query() {
      @Override
      public Answer read(ReadTurn turn) throws Exception {
        Optional<Long> erasure = erasures.latest(turn);
        Ticket ticket = meantTickets.meant(turn, said);
        return new Read(said, erasure, id(ticket), shown.read(turn, ticket));
      }

      @Override
      public Answer tookTooLong() {
        return turn -> say(turn, said, meantTickets.meant(turn, said), List.of(NewDelivery.words(
            new Call.Say(said.place(), Content.Text.of(tookTooLong), new Target.Known(said.ref().id()), List.of()))));
      }
    };
  }

  private static @Nullable TicketId id(@Nullable Ticket ticket) {
    return ticket == null ? null : ticket.id();
  }

  private void say(Turn turn, Incoming.Said said, @Nullable Ticket ticket, List<NewDelivery> answer) throws Exception {
    people.seen(turn, said.by());
    if (ticket != null) {
      relay.keep(turn, ticket.id(), Direction.NOTE, said, said.content());
    }
    for (NewDelivery part : answer) {
      deliveries.owe(turn, part);
    }
  }

  /// What was read when that was the last erasure, about that ticket.
  private final class Read implements Query.Answer {
    private final Incoming.Said said;
    private final Optional<Long> erasure;
    private final @Nullable TicketId ticket;
    private final List<NewDelivery> answer;

    Read(Incoming.Said said, Optional<Long> erasure, @Nullable TicketId ticket, List<NewDelivery> answer) {
      this.said = said;
      this.erasure = erasure;
      this.ticket = ticket;
      this.answer = answer;
    }

    /// Nobody who was erased since may be named. And what the command was a reply to may be known only now.
    @Override
    public boolean holds(Turn turn) throws Exception {
      return erasures.latest(turn).equals(erasure)
          && Objects.equals(id(meantTickets.meant(turn, said)), ticket);
    }

    @Override
    public void handle(Turn turn) throws Exception {
      say(turn, said, meantTickets.meant(turn, said), answer);
    }
  }
}
