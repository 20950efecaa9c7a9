package otklik.emergency.words;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.SettledDelivery;
import otklik.delivery.Subject;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Asking;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.Remarks;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Visibility;
import otklik.emergency.requests.Visitors;
import otklik.emergency.search.VolunteerCopies;
import otklik.emergency.search.VolunteerInvitations;
import otklik.intake.RawUpdates;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// Where somebody is, exactly, is the business of whoever helps them, and of nobody once the request is closed. Whatever
/// is said of it is said about one of these subjects, so that it can be found and taken back.
@Component
public final class PlaceTraces implements Listener {
  /// What the person is shown before they send; about the person.
  public static final String SUMMARY = "emergency.summary";
  /// What a volunteer is told of the place: the position, its changes, the address; about the ticket. [ToVolunteer] hears
  /// what becomes of it.
  public static final String POSITION = "emergency.position";
  /// Files that may tell it, for whoever has taken the request; about the ticket.
  public static final String FILE = "emergency.place-file";
  /// Where the volunteer says that they are; about the ticket.
  static final String HELPERS_POSITION = "emergency.helpers-position";

  private final Requests requests;
  private final Tickets tickets;
  private final Askings askings;
  private final Visitors visitors;
  private final Relay relay;
  private final RawUpdates rawUpdates;
  private final TakenBack takenBack;
  private final FilesLost filesLost;
  private final Visibility visibility;
  private final Remarks remarks;
  private final Timeline timeline;
  private final Deliveries deliveries;

  PlaceTraces(Requests requests, Tickets tickets, Askings askings, Visitors visitors, Relay relay,
      RawUpdates rawUpdates, TakenBack takenBack, FilesLost filesLost, Visibility visibility, Remarks remarks,
      Timeline timeline, Deliveries deliveries) {
    this.requests = requests;
    this.tickets = tickets;
    this.askings = askings;
    this.visitors = visitors;
    this.relay = relay;
    this.rawUpdates = rawUpdates;
    this.takenBack = takenBack;
    this.filesLost = filesLost;
    this.visibility = visibility;
    this.remarks = remarks;
    this.timeline = timeline;
    this.deliveries = deliveries;
  }

  /// The request is closed: the place is nowhere to be found any more, in rows, in messages, in what was said to whoever
  /// helped, and in their chat.
  void erase(Turn turn, Ticket ticket) throws Exception {
    Optional<MessageId> told = requests.placeMessage(turn, ticket.id());
    if (told.isPresent()) {
      relay.forget(turn, List.of(told.get()));
    }
    relay.forgetPositions(turn, ticket.id());
    relay.forget(turn, visibility.leadingToPerson(turn, ticket, requests.of(turn, ticket)));
    requests.forgetPlace(turn, ticket.id());
    visibility.forgetCorrections(turn, ticket.id());
    if (remarks.forgetPlaces(turn, ticket.id())) {
      timeline.erase(turn, ticket.id(), RequestLifecycle.RETURNED_EVENT);
    }
    deliveries.withdraw(turn, List.of(new Subject(SUMMARY, ticket.person().value())));
    takeBack(turn, ticket.id(), ticket.owner());
    rawUpdates.eraseWords(turn, List.of(ticket.chat()));
  }

  /// Nobody has the request any more: what the one who had it was told of the place leaves their chat, and what was owed
  /// to them for it. What both said to each other isn't kept: it may tell the place too. What their copy says now is
  /// [VolunteerCopies]' business.
  ///
  /// @param helper who had it; null when nobody had
  void takeBack(Turn turn, TicketId ticket, @Nullable PersonId helper) throws Exception {
    Asking copy = helper == null ? null : askings.of(turn, ticket, helper).orElse(null);
    if (copy != null) {
      deliveries.withdraw(turn, List.of(new Subject(VolunteerInvitations.COPY, copy.id())));
    }
    takeBackTold(turn, ticket);
    for (MessageRef left : deliveries.withdraw(turn,
        List.of(new Subject(ToVolunteer.PASSED_PRIVATE, ticket.value())))) {
      takenBack.take(turn, ticket, left);
    }
    for (MessageRef left : deliveries.withdraw(turn,
        List.of(new Subject(ToVolunteer.PASSED_FILE, ticket.value())))) {
      takenBack.takeFile(turn, ticket, left);
    }
    deliveries.eraseWords(turn, List.of(new Subject(ToVolunteer.PASSED, ticket.value()),
        new Subject(ToVolunteer.PASSED_MEDIA, ticket.value()),
        new Subject(Notifications.TO_PERSON, ticket.value())));
    if (copy != null) {
      rawUpdates.eraseWords(turn, List.of(copy.chat()));
    }
  }

  /// Of the place alone, on both sides.
  public void takeBackTold(Turn turn, TicketId ticket) throws Exception {
    for (MessageRef left : deliveries.withdraw(turn,
        List.of(new Subject(POSITION, ticket.value()), new Subject(ToVolunteer.PASSED_PLACE, ticket.value()),
            new Subject(HELPERS_POSITION, ticket.value())))) {
      takenBack.take(turn, ticket, left);
    }
    for (MessageRef left : deliveries.withdraw(turn, List.of(new Subject(FILE, ticket.value())))) {
      takenBack.takeFile(turn, ticket, left);
    }
  }

  /// The form of somebody who asks for help is left.
  public void forgetForm(Visitor visitor) throws Exception {
    deliveries.withdraw(visitor.turn(), List.of(new Subject(SUMMARY, visitor.person().id().value())));
    rawUpdates.eraseWords(visitor.turn(), List.of(visitor.chat().key()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(SUMMARY, FILE, HELPERS_POSITION);
  }

  @Override
  public boolean isRevocable() {
    return true;
  }

  /// What was in the air when the request was closed, or given back, is taken back when it has arrived; also when
  /// somebody else has the request by then.
  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (done.subject().kind().equals(FILE) && done.outcome() instanceof Outcome.Refused refused) {
      filesLost.tell(turn, done, refused);
      return;
    }
    if (done.outcome() instanceof Outcome.Sent sent && !done.subject().kind().equals(SUMMARY)
        && !isStillTold(turn, done)) {
      TicketId ticket = new TicketId(done.subject().id());
      for (String id : sent.ids()) {
        MessageRef message = new MessageRef(done.call().place().chat(), id);
        if (done.subject().kind().equals(FILE)) {
          takenBack.takeFile(turn, ticket, message);
        } else {
          takenBack.take(turn, ticket, message);
        }
      }
    }
  }

  boolean isStillTold(Turn turn, SettledDelivery done) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(done.subject().id())).orElse(null);
    if (ticket == null || !ticket.state().equals(RequestLifecycle.TAKEN)
        && !ticket.state().equals(RequestLifecycle.DONE)) {
      return false;
    }
    return done.subject().kind().equals(HELPERS_POSITION)
        || visitors.helper(turn, ticket).filter(helper -> helper.chat().equals(done.call().place())).isPresent();
  }
}
