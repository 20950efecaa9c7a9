package otklik.emergency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Subject;
import otklik.erasure.Portion;
import otklik.erasure.RailTraces;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What requests leave of the one who asked: in their rows, in the volunteers' chats, and among the coordinators.
@Component
final class AskerTraces {
  /// So long after the end of a request its copies may still wait to be told of it.
  private static final Duration COPIES_CHANGE = Duration.ofDays(1);

  private final Tickets tickets;
  private final Requests requests;
  private final Remarks remarks;
  private final Visibility visibility;
  private final Askings askings;
  private final Timeline timeline;
  private final RequestClosing requestClosing;
  private final VolunteerCopies volunteerCopies;
  private final RoomErasing roomErasing;
  private final RailTraces railTraces;
  private final TakenBack takenBack;
  private final Deliveries deliveries;

  AskerTraces(Tickets tickets, Requests requests, Remarks remarks, Visibility visibility, Askings askings,
      Timeline timeline, RequestClosing requestClosing, VolunteerCopies volunteerCopies, RoomErasing roomErasing,
      RailTraces railTraces, TakenBack takenBack, Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.remarks = remarks;
    this.visibility = visibility;
    this.askings = askings;
    this.timeline = timeline;
    this.requestClosing = requestClosing;
    this.volunteerCopies = volunteerCopies;
    this.roomErasing = roomErasing;
    this.railTraces = railTraces;
    this.takenBack = takenBack;
    this.deliveries = deliveries;
  }

  /// What others were told of them and by them isn't kept, and leaves the volunteers' chats. The messages must still be
  /// there.
  void withdraw(Turn turn, Ticket ticket) throws Exception {
    fromVolunteers(turn, ticket);
    roomErasing.withdraw(turn, ticket);
  }

  /// Of the oldest messages alone, which are forgotten at once.
  void eraseOldest(Turn turn, Ticket ticket, int most) throws Exception {
    roomErasing.eraseOldest(turn, ticket, most);
  }

  /// Nor is it kept what was said of them where all requests are spoken of.
  ///
  /// @return whether nothing is left
  boolean eraseShared(Turn turn, Portion portion) throws Exception {
    return roomErasing.eraseShared(turn, portion);
  }

  private void fromVolunteers(Turn turn, Ticket ticket) throws Exception {
    List<Asking> asked = askings.of(turn, ticket.id());
    deliveries.withdraw(turn, asked.stream().map(each -> new Subject(VolunteerInvitations.COPY, each.id())).toList());
    long id = ticket.id().value();
    for (MessageRef left : deliveries.withdraw(turn, List.of(new Subject(ToVolunteer.PASSED, id),
        new Subject(ToVolunteer.PASSED_PRIVATE, id),
        new Subject(PlaceTraces.POSITION, id), new Subject(ToVolunteer.PASSED_PLACE, id)))) {
      takenBack.take(turn, ticket.id(), left);
    }
    for (MessageRef left : deliveries.withdraw(turn, List.of(new Subject(Files.SHOWN, id),
        new Subject(PlaceTraces.FILE, id), new Subject(ToVolunteer.PASSED_FILE, id),
        new Subject(ToVolunteer.PASSED_MEDIA, id)))) {
      takenBack.takeFile(turn, ticket.id(), left);
    }
    List<Place> chats = new ArrayList<>();
    for (Asking each : asked) {
      if (each.state() == Asking.State.SEEN || each.state() == Asking.State.RETURNED) {
        chats.add(Place.chat(each.chat()));
      }
    }
    railTraces.eraseWords(turn, chats);
  }

  /// What was said is gone, what can be counted stays. A request that goes on is closed.
  void erase(Turn turn, Ticket ticket) throws Exception {
    requests.erased(turn, ticket.id());
    remarks.erase(turn, ticket.id());
    visibility.erase(turn, ticket.id());
    timeline.erase(turn, ticket.id());
    if (!ticket.state().equals(Ticket.CLOSED)) {
      requestClosing.end(turn, ticket, Request.Ending.ERASED, ticket.person());
    } else if (ticket.closedAt() != null && ticket.closedAt().plus(COPIES_CHANGE).isAfter(turn.now())) {
      volunteerCopies.refresh(turn, ticket.id());
    }
    timeline.note(turn, ticket.id(), "erased", null, null);
    roomErasing.redraw(turn, tickets.find(turn, ticket.id()).orElseThrow());
    tickets.erased(turn, ticket);
  }
}
