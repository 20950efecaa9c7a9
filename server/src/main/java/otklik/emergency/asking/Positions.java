package otklik.emergency.asking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Invisible;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.form.RequestForm;
import otklik.emergency.requests.Attachments;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.PrivateWords;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.Request.Fix;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Story;
import otklik.emergency.requests.Visibility;
import otklik.emergency.requests.WrittenPosition;
import otklik.emergency.search.VolunteerCopies;
import otklik.emergency.words.HeldBack;
import otklik.emergency.words.Moves;
import otklik.emergency.words.PassedOn;
import otklik.emergency.words.TakerMessages;
import otklik.emergency.words.ToVolunteer;
import otklik.emergency.words.Whose;
import otklik.geography.WrittenPlace;
import otklik.kernel.Ids;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Corrections;
import otklik.relay.Relay;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What somebody changes that they have written: a live position moves on, words are put right.
@Component
public final class Positions {
  private final Corrections corrections;
  private final Relay relay;
  private final People people;
  private final Blocklist blocklist;
  private final Tickets tickets;
  private final Requests requests;
  private final RequestForm requestForm;
  private final Moves moves;
  private final ToVolunteer toVolunteer;
  private final TakerMessages takerMessages;
  private final HeldBack heldBack;
  private final Readdressing readdressing;
  private final OwnRequest ownRequest;
  private final Visibility visibility;
  private final VolunteerCopies volunteerCopies;
  private final RequestCards requestCards;
  private final Deliveries deliveries;

  Positions(Corrections corrections, Relay relay, People people, Blocklist blocklist, Tickets tickets,
      Requests requests, RequestForm requestForm, Moves moves, ToVolunteer toVolunteer, TakerMessages takerMessages,
      HeldBack heldBack, Readdressing readdressing, OwnRequest ownRequest, Visibility visibility,
      VolunteerCopies volunteerCopies, RequestCards requestCards, Deliveries deliveries) {
    this.corrections = corrections;
    this.relay = relay;
    this.people = people;
    this.blocklist = blocklist;
    this.tickets = tickets;
    this.requests = requests;
    this.requestForm = requestForm;
    this.moves = moves;
    this.toVolunteer = toVolunteer;
    this.takerMessages = takerMessages;
    this.heldBack = heldBack;
    this.readdressing = readdressing;
    this.ownRequest = ownRequest;
    this.visibility = visibility;
    this.volunteerCopies = volunteerCopies;
    this.requestCards = requestCards;
    this.deliveries = deliveries;
  }

  public void edited(Turn turn, Incoming.Edited edited) throws Exception {
    Corrections.Kept kept = corrections.find(turn, edited.ref()).orElse(null);
    if (kept == null) {
      return; // of a request that is closed, or of none
    }
    Person person = people.seen(turn, edited.by());
    if (blocklist.has(turn, person.id())) {
      return;
    }
    Visitor visitor = Visitor.of(turn, person, edited.place().chat());
    if (edited.content() instanceof Content.Location location) {
      Fix fix = LocationParser.fix(location, edited.at()).orElse(null);
      if (fix != null) {
        moved(visitor, kept, fix);
      }
      return;
    }
    Content before = relay.contents(turn, List.of(kept.message())).getFirst();
    if (before.equals(PassedOn.NOTHING)) {
      saidAgain(visitor, kept, Story.words(edited.content()));
      return;
    }
    Content read = WrittenPosition.read(edited.content(), true);
    if (LocationParser.isPosition(before) && read.equals(before)) {
      return; // messengers tell of changes that nobody can see
    }
    if (edited.content() instanceof Content.Text
        && (LocationParser.isPosition(before) || LocationParser.isPosition(read) && tellsPlace(visitor, kept))) {
      placedAnew(visitor, kept, read, edited);
      return;
    }
    if (before.equals(edited.content()) && visibility.correction(turn, kept.message()).isEmpty()) {
      return; // messengers tell of changes that nobody can see
    }
    if (edited.content() instanceof Content.Text text
        && readdressing.puts(visitor, kept, Invisible.stripped(text.text()))) {
      corrections.keep(turn, edited.ref(), text);
      return;
    }
    if (visibility.of(turn, kept.message()) == Visibility.Audience.COORDINATORS) {
      answeredAnew(visitor, kept, before, edited);
      return;
    }
    Request request = kept.ticket() == null ? null : requests.find(turn, kept.ticket()).orElse(null);
    if (request != null) {
      reworded(visitor, request, kept.message(), before, edited);
      return;
    }
    corrections.correct(turn, edited.ref(), edited.content());
    if (kept.ticket() == null) {
      requestForm.reworded(visitor, kept.message());
    }
  }

  /// A message that told a place tells one still, whatever it says now: kept as words it would outlive the request.
  private void placedAnew(Visitor visitor, Corrections.Kept kept, Content now, Incoming.Edited edited)
      throws Exception {
    Turn turn = visitor.turn();
    if (kept.ticket() == null) {
      corrections.keep(turn, edited.ref(), now);
      requestForm.placedAnew(visitor, kept.message(), now, edited.at());
      return;
    }
    Ticket ticket = tickets.find(turn, kept.ticket()).orElseThrow();
    if (!tellsPlace(visitor, kept)) {
      return;
    }
    boolean said = requests.isFollowed(turn, ticket.id(), kept.message())
        ? ownRequest.isLocated(visitor, ticket, kept.message(), now, edited.at())
        // they have told since where they are
        : readdressing.puts(visitor, kept, now instanceof Content.Venue venue ? venue.title() : Story.words(now));
    if (said) {
      corrections.keep(turn, edited.ref(), now);
    }
  }

  private boolean tellsPlace(Visitor visitor, Corrections.Kept kept) {
    TicketId ticket = kept.ticket();
    return ticket == null ? requestForm.tellsPlace(visitor, kept.message())
        : requests.isFollowed(visitor.turn(), ticket, kept.message())
            || requests.placeMessage(visitor.turn(), ticket).filter(kept.message()::equals).isPresent();
  }

  /// What coordinators were answered. A place isn't for them, nor a file that may tell it.
  private void answeredAnew(Visitor visitor, Corrections.Kept kept, Content before, Incoming.Edited edited)
      throws Exception {
    Turn turn = visitor.turn();
    Content now = WrittenPosition.read(edited.content(), true);
    if (!LocationParser.isPosition(now)) {
      putRight(turn, before, edited);
      return;
    }
    Ticket ticket = kept.ticket() == null ? null : tickets.find(turn, kept.ticket()).orElse(null);
    if (ticket != null && ticket.person().equals(visitor.person().id()) && !ticket.state().equals(Ticket.CLOSED)
        && ownRequest.isLocated(visitor, ticket, kept.message(), now, edited.at())) {
      corrections.keep(turn, edited.ref(), now);
      visibility.open(turn, kept.message());
    }
  }

  /// What is said between two isn't kept, only that it was. The other one has the old words.
  private void saidAgain(Visitor visitor, Corrections.Kept kept, String words) throws Exception {
    Ticket ticket = kept.ticket() == null ? null : tickets.find(visitor.turn(), kept.ticket()).orElse(null);
    if (ticket == null || words.isEmpty()) {
      return;
    }
    boolean theirs = ticket.person().equals(visitor.person().id());
    if (theirs && isOfFormerHelper(visitor, ticket, kept.message())) {
      deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.text("emergency.from-asker.former")))
          .of(ticket.id()).replacing("former:" + ticket.id().value()));
    } else if (theirs) {
      passAgain(visitor, ticket, words);
    } else if (Whose.isTheirs(visitor, ticket)) {
      takerMessages.corrected(visitor, ticket, words);
    }
  }

  /// Whether somebody read the words who doesn't have the request any more. What they say now would tell whoever has it
  /// nothing.
  private boolean isOfFormerHelper(Visitor visitor, Ticket ticket, MessageId message) {
    if (ticket.state().equals(Ticket.CLOSED)) {
      return false;
    }
    Instant taken = requests.of(visitor.turn(), ticket).takenAt();
    return taken == null || Ids.madeAt(message.value()).isBefore(taken.truncatedTo(ChronoUnit.MILLIS));
  }

  /// Only the newest is kept, and nothing moves in the area that everybody sees.
  private void moved(Visitor visitor, Corrections.Kept kept, Fix now) throws Exception {
    TicketId id = kept.ticket();
    if (id == null) {
      requestForm.moved(visitor, kept.message(), now);
      return;
    }
    Turn turn = visitor.turn();
    Ticket ticket = tickets.find(turn, id).orElseThrow();
    Request request = requests.of(turn, ticket);
    Fix before = request.exact();
    if (before != null && !now.at().isBefore(before.at()) && requests.isFollowed(turn, id, kept.message())) {
      requests.located(turn, id, now, request.address(), request.area());
      moves.moved(turn, ticket, before);
    }
  }

  /// Words that everybody reads are put right for everybody, unless what is new in them would lead anybody to the person.
  private void reworded(Visitor visitor, Request request, MessageId message, Content before,
      Incoming.Edited edited) throws Exception {
    Turn turn = visitor.turn();
    Ticket ticket = tickets.find(turn, request.ticket()).orElseThrow();
    String read = Story.words(before);
    String now = Story.words(edited.content());
    boolean added = PrivateWords.areAdded(read, now);
    if (visibility.correction(turn, message).orElse(read).equals(now)
        || ticket.state().equals(Ticket.CLOSED)) {
      if (!added) {
        putRight(turn, before, edited); // perhaps it looks otherwise
      }
    } else if (visibility.of(turn, message) == Visibility.Audience.TAKER
        || !Story.has(request.description(), read) && PrivateWords.isHeldBack(before, request)) {
      held(visitor, ticket, request, message, before, edited);
    } else if (added) {
      visibility.correct(turn, ticket.id(), message, now);
      forTaker(visitor, ticket, message, now);
    } else if (!read.isEmpty() && !Story.has(request.description(), read)) {
      putRight(turn, before, edited);
    } else {
      visibility.open(turn, message);
      putRight(turn, before, edited);
      describe(turn, ticket, Story.has(request.description(), read)
          ? new Story(Story.reworded(request.description(), read, now), request.attachments())
          : told(request).with(new Story(now, Attachments.NONE)));
      passAgain(visitor, ticket, now);
    }
  }

  /// Where everybody sees it. A file that may tell where it was made isn't brought anywhere by a correction.
  private void putRight(Turn turn, Content before, Incoming.Edited edited) throws Exception {
    if (Attachments.isHeld(edited.content()) && !Attachments.isHeld(before)) {
      corrections.keep(turn, edited.ref(), edited.content());
    } else {
      corrections.correct(turn, edited.ref(), edited.content());
    }
  }

  /// Not everybody reads it: it is for whoever takes the request. What isn't worth holding any more is shown.
  private void held(Visitor visitor, Ticket ticket, Request request, MessageId message, Content before,
      Incoming.Edited edited) throws Exception {
    Turn turn = visitor.turn();
    String now = Story.words(edited.content());
    corrections.keep(turn, edited.ref(), edited.content());
    if (PrivateWords.areIn(now) || visibility.of(turn, message) == Visibility.Audience.TAKER) {
      forTaker(visitor, ticket, message, now);
      return;
    }
    if (!Attachments.isHeld(edited.content())) {
      relay.join(turn, ticket, List.of(message));
    }
    describe(turn, ticket, told(request).with(Story.of(List.of(edited.content()))));
    passAgain(visitor, ticket, now);
  }

  private static Story told(Request request) {
    return new Story(request.description(), request.attachments());
  }

  private void describe(Turn turn, Ticket ticket, Story story) throws Exception {
    requests.describe(turn, ticket.id(), story.words(), story.attachments());
    volunteerCopies.refresh(turn, ticket.id());
    requestCards.refresh(turn, ticket.id());
  }

  /// Everybody goes on reading what they read. The new words are for whoever takes the request; who has it is told at
  /// once, and keeps it no longer than the place.
  private void forTaker(Visitor visitor, Ticket ticket, MessageId message, String words) throws Exception {
    if (ticket.state().equals(RequestLifecycle.OPEN)) {
      heldBack.tell(visitor, ticket.id(), message,
          PrivateWords.areIn(words) ? "emergency.request.held-back" : "emergency.request.for-taker");
    } else if (Whose.hasHelper(ticket)) {
      toVolunteer.passPlace(visitor, ticket, corrected(visitor, words));
    }
  }

  /// Whoever has the request has the old words already, and learns the new ones.
  private void passAgain(Visitor visitor, Ticket ticket, String words) throws Exception {
    if (!Whose.hasHelper(ticket) || !ticket.person().equals(visitor.person().id())) {
      return;
    }
    if (WrittenPlace.in(words).isPresent()) {
      toVolunteer.passPlace(visitor, ticket, corrected(visitor, words));
    } else {
      toVolunteer.pass(visitor, ticket, corrected(visitor, words), Context.NONE);
    }
  }

  private static Content.Text corrected(Visitor visitor, String words) {
    return Content.Text.of(visitor.text("emergency.from-asker.corrected", "words", words));
  }
}
