package otklik.erasure;

import static otklik.storage.schema.Tables.CSAT;
import static otklik.storage.schema.Tables.REQUEST_REMARK;
import static otklik.storage.schema.Tables.RESIDENT;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Subject;
import otklik.dialogs.Visitor;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Failed;
import otklik.relay.Undelivered;
import otklik.rooms.CardFace;
import otklik.rooms.RoomPlacement;
import otklik.rooms.RoomProvider;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Neighbours who lend each other things: a scenario that forgets people by what it declares alone. Its rows stand in
/// tables of others.
final class TestLending {
  static final String NAME = "test";
  static final String GROUP = "-500";
  /// What a neighbour is told of somebody else's ticket.
  static final String TOLD = "test.told";
  static final String COPY = "test.copy";
  /// What whoever looks is shown of it.
  static final String SHOWN = "test.shown";

  private TestLending() {}

  /// What every scenario declares.
  record Data(Tickets tickets) implements PersonalData {
    @Override
    public String scenario() {
      return NAME;
    }

    @Override
    public boolean isOnTeam(Channel channel, Person person) {
      return person.account().equals("99");
    }

    @Override
    public List<String> groups(Channel channel) {
      return List.of(GROUP);
    }

    @Override
    public List<PersonalRows> rows() {
      return List.of(
          PersonalRows.ofPerson(RESIDENT.PERSON_ID),
          PersonalRows.ofTicket(CSAT.TICKET_ID).emptied(CSAT.COMMENT, CSAT.SCORE),
          PersonalRows.ofTicket(REQUEST_REMARK.TICKET_ID));
    }

    @Override
    public void close(Turn turn, Ticket ticket) {
      if (!ticket.state().equals(Ticket.CLOSED)) {
        tickets.move(turn, ticket, Ticket.CLOSED, ticket.owner());
      }
    }

    @Override
    public Call told(Visitor visitor, boolean done) {
      return visitor.says(done ? "All is gone." : "There is more.");
    }
  }

  /// What those declare besides whose people help each other.
  static final class Helpers implements HelperData {
    final List<String> done = new ArrayList<>();
    private final Deliveries deliveries;

    Helpers(Deliveries deliveries) {
      this.deliveries = deliveries;
    }

    @Override
    public String scenario() {
      return NAME;
    }

    @Override
    public List<TicketSubjects> told() {
      return List.of(new TicketSubjects(List.of(TOLD), this::delete));
    }

    @Override
    public List<TicketSubjects> shown() {
      return List.of(new TicketSubjects(List.of(SHOWN), this::delete));
    }

    private void delete(Turn turn, TicketId ticket, MessageRef message) throws Exception {
      deliveries.owe(turn,
          NewDelivery.words(new Call.Delete(Place.chat(message.chat()), new Target.Known(message.id()))));
    }

    @Override
    public List<TicketReader> readers(Turn turn, Ticket ticket) {
      return ticket.owner() == null ? List.of()
          : List.of(new TicketReader(new Subject(COPY, ticket.id().value()), "8", true));
    }

    @Override
    public void begin(Visitor visitor) {
      done.add("begin " + visitor.chat().chat());
    }

    @Override
    public void release(Turn turn, Ticket ticket) {
      done.add("release " + ticket.shownNumber());
    }

    @Override
    public void refresh(Turn turn, Ticket ticket) {
      done.add("refresh " + ticket.shownNumber());
    }
  }

  /// A topic for each ticket; of this nothing matters to erasure.
  record Rooms() implements RoomProvider, Undelivered {
    @Override
    public String scenario() {
      return NAME;
    }

    @Override
    public RoomPlacement placement(Turn turn, Ticket ticket) {
      return new RoomPlacement.OwnTopic(GROUP, ticket.shownNumber());
    }

    @Override
    public CardFace card(Turn turn, Ticket ticket) {
      return new CardFace(Content.Text.of(ticket.shownNumber() + " is " + ticket.state()), List.of(), false);
    }

    @Override
    public void roomGone(Turn turn, TicketId ticket, Place room) {
      throw new AssertionError("no room is lost");
    }

    @Override
    public @Nullable DeliveryId refused(Turn turn, Failed failed) {
      throw new AssertionError("nothing is refused");
    }

    @Override
    public void arrived(Turn turn, TicketId ticket, MessageId message, DeliveryId notice) {
      throw new AssertionError("nothing was refused");
    }

    @Override
    public String correction(Turn turn, TicketId ticket, Direction direction) {
      return "Now: ";
    }
  }
}
