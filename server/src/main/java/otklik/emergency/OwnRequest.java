package otklik.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.kernel.MessageId;
import otklik.relay.Corrections;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// What somebody says whose request is open: while nobody has it, it belongs to the request and everybody sees it; once
/// somebody has it, it is between the two of them, and passed on without being kept.
@Component
final class OwnRequest implements PersonButton {
  /// In metres.
  private static final double ELSEWHERE = 300;

  private final Tickets tickets;
  private final Requests requests;
  private final Relay relay;
  private final Whereabouts whereabouts;
  private final Moves moves;
  private final PlacedAnew placedAnew;
  private final ToVolunteer toVolunteer;
  private final StayingOpen stayingOpen;
  private final Closings closings;
  private final HeldBack heldBack;
  private final Visibility visibility;
  private final Corrections corrections;
  private final Copies copies;
  private final Cards cards;
  private final Deliveries deliveries;

  OwnRequest(Tickets tickets, Requests requests, Relay relay, Whereabouts whereabouts, Moves moves,
      PlacedAnew placedAnew, ToVolunteer toVolunteer, StayingOpen stayingOpen, Closings closings,
      HeldBack heldBack, Visibility visibility, Corrections corrections, Copies copies, Cards cards, Deliveries deliveries) {
    this.tickets = tickets;
    this.requests = requests;
    this.relay = relay;
    this.whereabouts = whereabouts;
    this.moves = moves;
    this.placedAnew = placedAnew;
    this.toVolunteer = toVolunteer;
    this.stayingOpen = stayingOpen;
    this.closings = closings;
    this.heldBack = heldBack;
    this.visibility = visibility;
    this.corrections = corrections;
    this.copies = copies;
    this.cards = cards;
    this.deliveries = deliveries;
  }

  /// Whoever writes while the request is about to be closed as not urgent needs it still.
  ///
  /// @param between whether it answers what a helper said to them alone
  void said(Tx tx, Visitor visitor, Ticket asked, Incoming.Said said, Content shown, boolean between)
      throws Exception {
    boolean insisted = stayingOpen.insisted(tx, visitor, asked);
    Ticket ticket = insisted ? tickets.find(tx, visitor.channel(), asked.id()).orElseThrow() : asked;
    if (Whereabouts.isPosition(said.content())) {
      located(tx, visitor, ticket, said);
      return;
    }
    if (ticket.owner() == null && (between || closings.hasLostHelper(tx, visitor.channel(), ticket.id()))) {
      forNextTaker(tx, visitor, ticket, said, shown);
      return;
    }
    if (ticket.owner() != null) {
      relay.keep(tx, visitor.channel(), ticket.id(), Direction.IN, PassedOn.without(said), PassedOn.NOTHING);
      if (!toVolunteer.pass(tx, visitor, ticket, shown, said.context())) {
        notPassed(tx, visitor, ticket);
      }
    } else if (Story.tells(said.content()) || Story.isContact(said.content())) {
      tells(tx, visitor, ticket, said, shown);
    } else if (!(said.content() instanceof Content.Unsupported)) {
      say(tx, visitor, "emergency.request.in-words", null);
    }
  }

  /// Whoever helped had themself forgotten after they said that it is done.
  private void notPassed(Tx tx, Visitor visitor, Ticket ticket) throws Exception {
    deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(visitor.text("emergency.from-asker.helper-gone"),
        List.of(List.of(visitor.button("emergency.button.still-needed",
            Press.of(Press.Action.STILL_NEEDED, ticket.id()).data()))))).of(ticket.id()));
  }

  /// It was said to somebody who has the request no more, between the two of them.
  private void forNextTaker(Tx tx, Visitor visitor, Ticket ticket, Incoming.Said said, Content shown) throws Exception {
    Channel channel = visitor.channel();
    MessageId message = relay.keep(tx, channel, ticket.id(), Direction.IN, said.alone(), shown);
    visibility.only(tx, channel, ticket.id(), message, Visibility.Audience.TAKER);
    heldBack.tell(tx, visitor, ticket.id(), message, "emergency.request.for-taker");
  }

  /// What could lead anybody to the person isn't shown to all at once: only whoever takes the request sees it, unless
  /// the person wants it otherwise.
  private void tells(Tx tx, Visitor visitor, Ticket ticket, Incoming.Said said, Content shown) throws Exception {
    if (PrivateWords.areIn(Story.words(said.content()))) {
      heldBack.tell(tx, visitor, ticket.id(),
          relay.keep(tx, visitor.channel(), ticket.id(), Direction.IN, said.alone(), shown));
    } else {
      MessageId message = cards.said(tx, visitor.channel(), ticket, said, shown);
      added(tx, visitor, ticket, message);
      say(tx, visitor, Attachments.isHeld(said.content()) ? "emergency.request.added-file" : "emergency.request.added",
          "added:" + ticket.id().value());
    }
  }

  @Override
  public Set<Press.Action> actions() {
    return Set.of(Press.Action.SHOW_ALL);
  }

  /// Everybody may see words that were held back.
  @Override
  public Response pressed(Tx tx, Pressing pressing) throws Exception {
    Channel channel = pressing.visitor().channel();
    Ticket ticket = OwnTicket.ofAsker(tx, tickets, pressing)
        .filter(own -> own.state().equals(Lifecycle.OPEN)).orElse(null);
    MessageId message = pressing.press().moreNumber().map(MessageId::new).orElse(null);
    if (ticket == null || message == null || !relay.belongs(tx, channel, ticket, message)) {
      return new Response.Outdated();
    }
    Content content = relay.contents(tx, channel, List.of(message)).getFirst();
    String correction = visibility.correction(tx, channel, message).orElse(null);
    if (correction != null) {
      putRight(tx, channel, ticket, message, content, correction);
      return new Response.Now(pressing.visitor().text("emergency.request.added"), false, false);
    }
    if (visibility.of(tx, channel, message) == Visibility.Audience.TAKER) {
      visibility.open(tx, channel, message);
    } else if (!PrivateWords.isHeldBack(content, requests.of(tx, channel, ticket))) {
      return new Response.Outdated();
    }
    if (!Attachments.isHeld(content)) {
      relay.join(tx, channel, ticket, List.of(message));
    }
    added(tx, pressing.visitor(), ticket, message);
    return new Response.Now(pressing.visitor().text("emergency.request.added"), false, false);
  }

  /// What the message says now is what everybody reads.
  private void putRight(Tx tx, Channel channel, Ticket ticket, MessageId message, Content before, String now)
      throws Exception {
    Request request = requests.of(tx, channel, ticket);
    visibility.open(tx, channel, message);
    corrections.correct(tx, channel, message, before instanceof Content.Media media
        ? media.saying(Content.Text.of(now)) : Content.Text.of(now));
    requests.describe(tx, channel, ticket.id(), Story.has(request.description(), Story.words(before))
        ? Story.reworded(request.description(), Story.words(before), now)
        : new Story(request.description(), Attachments.NONE).with(new Story(now, Attachments.NONE)).words(),
        request.attachments());
    copies.refresh(tx, channel, ticket.id());
    cards.refresh(tx, channel, ticket.id());
  }

  private void added(Tx tx, Visitor visitor, Ticket ticket, MessageId message) throws Exception {
    Channel channel = visitor.channel();
    Request request = requests.of(tx, channel, ticket);
    Story story = new Story(request.description(), request.attachments()).with(
        Story.of(relay.told(tx, channel, List.of(message))));
    requests.describe(tx, channel, ticket.id(), story.words(), story.attachments());
    copies.refresh(tx, channel, ticket.id());
    cards.refresh(tx, channel, ticket.id());
  }

  private void located(Tx tx, Visitor visitor, Ticket ticket, Incoming.Said said) throws Exception {
    MessageId message = relay.keep(tx, visitor.channel(), ticket.id(), Direction.IN, said, said.content());
    if (!isLocated(tx, visitor, ticket, message, said.content(), said.at())) {
      relay.forget(tx, visitor.channel(), List.of(message));
    }
  }

  /// A message that is kept tells another place, in any form; words that are no address are about the place that it told.
  ///
  /// @return false when nobody can be there, and the person knows
  boolean isLocated(Tx tx, Visitor visitor, Ticket ticket, MessageId message, Content content, Instant at)
      throws Exception {
    Channel channel = visitor.channel();
    if (!(whereabouts.read(tx, visitor, content, at, message) instanceof Whereabouts.Read.Somewhere(var place))) {
      say(tx, visitor, "emergency.request.broken-position-kept", null);
      return false;
    }
    Request before = requests.of(tx, channel, ticket);
    if (before.exact() != null && content instanceof Content.Text words && !whereabouts.isAddress(visitor, words)) {
      keepIn(tx, channel, ticket, message);
      requests.located(tx, channel, ticket.id(), before.exact(), place.address(), before.area());
      isTold(tx, visitor, ticket, place.address());
      return true;
    }
    requests.located(tx, channel, ticket.id(), place.fix(), address(before, place), whereabouts.area(visitor, place));
    if (before.address() == null || place.address() != null || isElsewhere(before, place)) {
      keepIn(tx, channel, ticket, message);
    }
    requests.followed(tx, channel, ticket.id(), message);
    placedAnew.in(tx, visitor, ticket, place);
    isTold(tx, visitor, ticket, place.address());
    return true;
  }

  /// That message tells the place from now on; the one that told it before isn't kept.
  private void keepIn(Tx tx, Channel channel, Ticket ticket, MessageId message) throws Exception {
    MessageId former = requests.placeMessage(tx, channel, ticket.id()).orElse(message);
    if (!former.equals(message)) {
      relay.forget(tx, channel, List.of(former));
    }
    requests.toldIn(tx, channel, ticket.id(), message);
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
  private void isTold(Tx tx, Visitor visitor, Ticket ticket, @Nullable String address) throws Exception {
    boolean told = moves.tell(tx, visitor.channel(), ticket, address);
    if (ticket.owner() != null && !told) {
      notPassed(tx, visitor, ticket);
    } else {
      deliveries.owe(tx, visitor.channel(), Owed.words(PositionKey.goneFrom(visitor,
          visitor.text(told ? "emergency.request.moved-told" : "emergency.request.moved"))).of(ticket.id()));
    }
  }

  private void say(Tx tx, Visitor visitor, String key, @Nullable String replacing) throws Exception {
    Owed owed = Owed.words(visitor.says(visitor.text(key)));
    deliveries.owe(tx, visitor.channel(), replacing == null ? owed : owed.replacing(replacing));
  }
}
