package otklik.emergency.asking;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.helping.StayingOpen;
import otklik.emergency.requests.Attachments;
import otklik.emergency.requests.EmergencyStep;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.OwnTicket;
import otklik.emergency.requests.PendingClosings;
import otklik.emergency.requests.PositionKey;
import otklik.emergency.requests.PrivateWords;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Story;
import otklik.emergency.requests.Visibility;
import otklik.emergency.search.PlacedAnew;
import otklik.emergency.search.VolunteerCopies;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.words.HeldBack;
import otklik.emergency.words.Moves;
import otklik.emergency.words.PassedOn;
import otklik.emergency.words.ToVolunteer;
import otklik.kernel.MessageId;
import otklik.relay.Corrections;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What somebody says whose request is open: while nobody has it, it belongs to the request and everybody sees it; once
/// somebody has it, it is between the two of them, and passed on without being kept.
@Component
final class OwnRequest implements EmergencyPart, PersonButton {
  /// In metres.
  private static final double ELSEWHERE = 300;

  private final Tickets tickets;
  private final Requests requests;
  private final Relay relay;
  private final LocationParser locationParser;
  private final Moves moves;
  private final PlacedAnew placedAnew;
  private final ToVolunteer toVolunteer;
  private final StayingOpen stayingOpen;
  private final PendingClosings pendingClosings;
  private final HeldBack heldBack;
  private final Visibility visibility;
  private final Corrections corrections;
  private final VolunteerCopies volunteerCopies;
  private final RequestCards requestCards;
  private final Deliveries deliveries;

  OwnRequest(Tickets tickets, Requests requests, Relay relay, LocationParser locationParser, Moves moves,
      PlacedAnew placedAnew, ToVolunteer toVolunteer, StayingOpen stayingOpen, PendingClosings pendingClosings,
      HeldBack heldBack, Visibility visibility, Corrections corrections, VolunteerCopies volunteerCopies,
      RequestCards requestCards, Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.relay = relay;
    this.locationParser = locationParser;
    this.moves = moves;
    this.placedAnew = placedAnew;
    this.toVolunteer = toVolunteer;
    this.stayingOpen = stayingOpen;
    this.pendingClosings = pendingClosings;
    this.heldBack = heldBack;
    this.visibility = visibility;
    this.corrections = corrections;
    this.volunteerCopies = volunteerCopies;
    this.requestCards = requestCards;
    this.deliveries = deliveries;
  }

  /// Whoever writes while the request is about to be closed as not urgent needs it still.
  ///
  /// @param between whether it answers what a helper said to them alone
  void said(Visitor visitor, Ticket asked, Incoming.Said said, Content shown, boolean between) throws Exception {
    boolean insisted = stayingOpen.insisted(visitor, asked);
    Ticket ticket = insisted ? tickets.find(visitor.turn(), asked.id()).orElseThrow() : asked;
    if (LocationParser.isPosition(said.content())) {
      located(visitor, ticket, said);
      return;
    }
    if (ticket.owner() == null && (between || pendingClosings.hasLostHelper(visitor.turn(), ticket.id()))) {
      forNextTaker(visitor, ticket, said, shown);
      return;
    }
    if (ticket.owner() != null) {
      relay.keep(visitor.turn(), ticket.id(), Direction.IN, PassedOn.without(said), PassedOn.NOTHING);
      if (!toVolunteer.pass(visitor, ticket, shown, said.context())) {
        notPassed(visitor, ticket);
      }
    } else if (Story.tells(said.content()) || Story.isContact(said.content())) {
      tells(visitor, ticket, said, shown);
    } else if (!(said.content() instanceof Content.Unsupported)) {
      say(visitor, "emergency.request.in-words", null);
    }
  }

  /// Whoever helped had themself forgotten after they said that it is done.
  private void notPassed(Visitor visitor, Ticket ticket) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.text("emergency.from-asker.helper-gone"),
        List.of(List.of(visitor.button("emergency.button.still-needed",
            Press.of(EmergencyButton.STILL_NEEDED, ticket.id()).data()))))).of(ticket.id()));
  }

  /// It was said to somebody who has the request no more, between the two of them.
  private void forNextTaker(Visitor visitor, Ticket ticket, Incoming.Said said, Content shown) throws Exception {
    Turn turn = visitor.turn();
    MessageId message = relay.keep(turn, ticket.id(), Direction.IN, said.alone(), shown);
    visibility.only(turn, ticket.id(), message, Visibility.Audience.TAKER);
    heldBack.tell(visitor, ticket.id(), message, "emergency.request.for-taker");
  }

  /// What could lead anybody to the person isn't shown to all at once: only whoever takes the request sees it, unless
  /// the person wants it otherwise.
  private void tells(Visitor visitor, Ticket ticket, Incoming.Said said, Content shown) throws Exception {
    if (PrivateWords.areIn(Story.words(said.content()))) {
      heldBack.tell(visitor, ticket.id(),
          relay.keep(visitor.turn(), ticket.id(), Direction.IN, said.alone(), shown));
    } else {
      MessageId message = requestCards.said(visitor.turn(), ticket, said, shown);
      added(visitor, ticket, message);
      say(visitor, Attachments.isHeld(said.content()) ? "emergency.request.added-file" : "emergency.request.added",
          "added:" + ticket.id().value());
    }
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.SHOW_ALL);
  }

  /// Everybody may see words that were held back.
  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Turn turn = pressing.turn();
    Ticket ticket = OwnTicket.ofAsker(tickets, pressing)
        .filter(own -> own.state().equals(RequestLifecycle.OPEN)).orElse(null);
    MessageId message = pressing.press().moreNumber().map(MessageId::new).orElse(null);
    if (ticket == null || message == null || !relay.belongs(turn, ticket, message)) {
      return new Response.Outdated();
    }
    Content content = relay.contents(turn, List.of(message)).getFirst();
    String correction = visibility.correction(turn, message).orElse(null);
    if (correction != null) {
      putRight(turn, ticket, message, content, correction);
      return new Response.Now(pressing.visitor().text("emergency.request.added"), false, false);
    }
    if (visibility.of(turn, message) == Visibility.Audience.TAKER) {
      visibility.open(turn, message);
    } else if (!PrivateWords.isHeldBack(content, requests.of(turn, ticket))) {
      return new Response.Outdated();
    }
    if (!Attachments.isHeld(content)) {
      relay.join(turn, ticket, List.of(message));
    }
    added(pressing.visitor(), ticket, message);
    return new Response.Now(pressing.visitor().text("emergency.request.added"), false, false);
  }

  /// What the message says now is what everybody reads.
  private void putRight(Turn turn, Ticket ticket, MessageId message, Content before, String now) throws Exception {
    Request request = requests.of(turn, ticket);
    visibility.open(turn, message);
    corrections.correct(turn, message, before instanceof Content.Media media
        ? media.saying(Content.Text.of(now)) : Content.Text.of(now));
    requests.describe(turn, ticket.id(), Story.has(request.description(), Story.words(before))
        ? Story.reworded(request.description(), Story.words(before), now)
        : new Story(request.description(), Attachments.NONE).with(new Story(now, Attachments.NONE)).words(),
        request.attachments());
    volunteerCopies.refresh(turn, ticket.id());
    requestCards.refresh(turn, ticket.id());
  }

  private void added(Visitor visitor, Ticket ticket, MessageId message) throws Exception {
    Turn turn = visitor.turn();
    Request request = requests.of(turn, ticket);
    Story story = new Story(request.description(), request.attachments()).with(
        Story.of(relay.told(turn, List.of(message))));
    requests.describe(turn, ticket.id(), story.words(), story.attachments());
    volunteerCopies.refresh(turn, ticket.id());
    requestCards.refresh(turn, ticket.id());
  }

  private void located(Visitor visitor, Ticket ticket, Incoming.Said said) throws Exception {
    MessageId message = relay.keep(visitor.turn(), ticket.id(), Direction.IN, said, said.content());
    if (!isLocated(visitor, ticket, message, said.content(), said.at())) {
      relay.forget(visitor.turn(), List.of(message));
    }
  }

  /// A message that is kept tells another place, in any form; words that are no address are about the place that it told.
  ///
  /// @return false when nobody can be there, and the person knows
  boolean isLocated(Visitor visitor, Ticket ticket, MessageId message, Content content, Instant at) throws Exception {
    Turn turn = visitor.turn();
    if (!(locationParser.read(visitor, content, at, message) instanceof LocationParser.Read.Somewhere(var place))) {
      say(visitor, "emergency.request.broken-position-kept", null);
      return false;
    }
    Request before = requests.of(turn, ticket);
    if (before.exact() != null && content instanceof Content.Text words && !locationParser.isAddress(visitor, words)) {
      keepIn(turn, ticket, message);
      requests.located(turn, ticket.id(), before.exact(), place.address(), before.area());
      isTold(visitor, ticket, place.address());
      return true;
    }
    requests.located(turn, ticket.id(), place.fix(), address(before, place), locationParser.area(visitor, place));
    if (before.address() == null || place.address() != null || isElsewhere(before, place)) {
      keepIn(turn, ticket, message);
    }
    requests.followed(turn, ticket.id(), message);
    placedAnew.in(visitor, ticket, place);
    isTold(visitor, ticket, place.address());
    return true;
  }

  /// That message tells the place from now on; the one that told it before isn't kept.
  private void keepIn(Turn turn, Ticket ticket, MessageId message) throws Exception {
    MessageId former = requests.placeMessage(turn, ticket.id()).orElse(message);
    if (!former.equals(message)) {
      relay.forget(turn, List.of(former));
    }
    requests.toldIn(turn, ticket.id(), message);
  }

  /// An address that was told with a point is none of another point.
  private static @Nullable String address(Request before, EmergencyStep.Place place) {
    return place.address() != null || isElsewhere(before, place) ? place.address() : before.address();
  }

  private static boolean isElsewhere(Request before, EmergencyStep.Place place) {
    Request.Fix then = before.exact();
    Request.Fix now = place.fix();
    return then != null && now != null && then.point().distance(now.point())
        > Math.max(ELSEWHERE, Math.max(accuracy(then), accuracy(now)));
  }

  private static double accuracy(Request.Fix fix) {
    return fix.accuracy() == null ? 0 : fix.accuracy();
  }

  /// Whoever has it hears where they are, and they hear whether that was so.
  private void isTold(Visitor visitor, Ticket ticket, @Nullable String address) throws Exception {
    boolean told = moves.tell(visitor.turn(), ticket, address);
    if (ticket.owner() != null && !told) {
      notPassed(visitor, ticket);
    } else {
      deliveries.owe(visitor.turn(), NewDelivery.words(PositionKey.goneFrom(visitor,
          visitor.text(told ? "emergency.request.moved-told" : "emergency.request.moved"))).of(ticket.id()));
    }
  }

  private void say(Visitor visitor, String key, @Nullable String replacing) throws Exception {
    NewDelivery owed = NewDelivery.words(visitor.says(visitor.text(key)));
    deliveries.owe(visitor.turn(), replacing == null ? owed : owed.replacing(replacing));
  }
}
