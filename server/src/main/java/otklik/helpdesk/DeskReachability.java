package otklik.helpdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.dialogs.Visitor;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.Reason;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Failed;
import otklik.relay.Undelivered;
import otklik.relay.Wording;
import otklik.rooms.LostRooms;
import otklik.rooms.RoomTag;
import otklik.rooms.Rooms;
import otklik.talk.RetryButton;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Whether words arrive, and what the operators are told when they don't.
@Component
final class DeskReachability implements Undelivered {
  /// Leaves room for the line before it in a message of 4,096 characters.
  private static final int LONGEST_CAPTION = 3500;

  private final People people;
  private final Tickets tickets;
  private final Rooms rooms;
  private final LostRooms lostRooms;
  private final Deliveries deliveries;

  DeskReachability(People people, Tickets tickets, Rooms rooms, LostRooms lostRooms, Deliveries deliveries) {
    this.people = people;
    this.tickets = tickets;
    this.rooms = rooms;
    this.lostRooms = lostRooms;
    this.deliveries = deliveries;
  }

  @Override
  public String scenario() {
    return HelpdeskSettings.SCENARIO;
  }

  /// A person blocked the bot, or came back.
  void changed(Turn turn, Incoming.Reachability news) throws Exception {
    Person person = people.seen(turn, news.person());
    becomes(turn, person.id(), news.reachable());
  }

  private void becomes(Turn turn, PersonId person, boolean reachable) throws Exception {
    if (people.becomes(turn, person, reachable)) {
      Ticket open = tickets.openOf(turn, person).orElse(null);
      if (open != null && open.room() != null) {
        rooms.refresh(turn, open.id());
        rooms.note(turn, open, turn.text(reachable ? "note.back" : "note.blocked"));
      }
    }
  }

  @Override
  public void roomGone(Turn turn, TicketId id, Place room) throws Exception {
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    lostRooms.gone(turn, ticket, room);
  }

  @Override
  public @Nullable DeliveryId refused(Turn turn, Failed failed) throws Exception {
    Ticket ticket = tickets.find(turn, failed.ticket()).orElseThrow();
    Refusal why = failed.why().why();
    if (failed.direction() == Direction.OUT && why == Refusal.PERSON_UNREACHABLE
        && people.becomes(turn, ticket.person(), false)) {
      rooms.refresh(turn, ticket.id());
    }
    if (failed.direction() == Direction.IN && failed.content() instanceof Content.Media
        && (why == Refusal.BAD_FILE || why == Refusal.NOT_ACCEPTED)) {
      Visitor visitor = Visitor.of(turn, people.find(turn, ticket.person()).orElseThrow(), ticket.chat());
      deliveries.owe(turn, NewDelivery.words(new Call.Say(visitor.chat(),
          Content.Text.of(visitor.text("file-refused")), failed.written(), List.of())));
    }
    if (ticket.room() == null || why == Refusal.CHAT_GONE) {
      return null;
    }
    if (failed.direction() == Direction.IN && !why.isGivenUp()) {
      rooms.note(turn, ticket, lost(turn.channel(), failed));
      return null;
    }
    return line(turn, ticket, ticket.room(), failed);
  }

  /// Of what may have arrived nobody says that it didn't.
  private static String told(Channel channel, Failed failed) {
    if (failed.direction() == Direction.IN) {
      return lost(channel, failed);
    }
    String reason = Reason.of(channel, failed.why());
    if (failed.why().why() == Refusal.UNCONFIRMED) {
      return reason;
    }
    String line = channel.text("undelivered", "reason", reason);
    return failed.why().why() == Refusal.NOT_ACCEPTED
        ? line + ". " + channel.text("undelivered.otherwise") : line;
  }

  /// What came with a file that can't be shown is said all the same.
  private static String lost(Channel channel, Failed failed) {
    String kind = channel.text("kind." + failed.content().type());
    String words = Wording.of(failed.content());
    String line = failed.why().why() == Refusal.UNCONFIRMED
        ? channel.text("note.unconfirmed", "kind", kind)
        : channel.text("note.lost", "kind", kind, "reason", Reason.of(channel, failed.why()));
    String head = failed.head() == null ? "" : "\n\n" + failed.head().text();
    return line + channel.sizes().part(head + (words == null ? "" : "\n\n" + words), LONGEST_CAPTION);
  }

  /// One line for each message, with the button that sends it again: the next failure of the same one changes it.
  private DeliveryId line(Turn turn, Ticket ticket, Place room, Failed failed) throws Exception {
    Content.Text text = Content.Text.of(ticket.saidInRoom(told(turn.channel(), failed)));
    List<List<Button>> retry = RetryButton.under(turn.channel(), failed);
    if (failed.notice() == null) {
      return deliveries.owe(turn, NewDelivery.words(
          new Call.Say(room, text,
              failed.direction() == Direction.OUT ? failed.written() : null, retry))
          .about(RoomTag.LINE.of(turn.channel()), ticket.id().value()));
    }
    change(turn, room, failed.message(), failed.notice(), text, retry);
    return failed.notice();
  }

  @Override
  public void arrived(Turn turn, TicketId id, MessageId message, DeliveryId notice) throws Exception {
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    if (ticket.room() != null) {
      change(turn, ticket.room(), message, notice,
          Content.Text.of(ticket.saidInRoom(turn.text("retry.delivered"))), List.of());
    }
  }

  private void change(Turn turn, Place room, MessageId message, DeliveryId notice, Content.Text text,
      List<List<Button>> buttons) throws Exception {
    deliveries.owe(turn, NewDelivery.of(Priority.EDITS,
        new Call.EditText(room, new Target.MadeBy(notice, 0), text,
        buttons)).replacing(RetryButton.key(message)));
  }

  @Override
  public String correction(Turn turn, TicketId id, Direction direction) throws Exception {
    if (direction == Direction.IN) {
      return turn.text("correction");
    }
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    return Visitor.of(turn, people.find(turn, ticket.person()).orElseThrow(), ticket.chat())
        .text("correction");
  }
}
