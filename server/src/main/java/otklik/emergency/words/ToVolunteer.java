package otklik.emergency.words;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Attachments;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.PrivateWords;
import otklik.emergency.requests.Story;
import otklik.emergency.requests.Visitors;
import otklik.kernel.TicketId;
import otklik.relay.Byline;
import otklik.relay.Heads;
import otklik.relay.Pieces;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// Words of the person for whoever helps them, with a line that says whose they are. Files that may tell where they were
/// made leave the chat when it is over, as those do that came with the request. The person is told when they didn't
/// arrive, and a volunteer whom nothing reaches doesn't keep the request. Words that land when their author is forgotten
/// leave again.
@Component
public final class ToVolunteer implements Listener {
  /// What such deliveries are about: the ticket.
  public static final String PASSED = "emergency.passed";
  /// Likewise, of pictures and recordings, whose words alone could be edited away.
  public static final String PASSED_MEDIA = "emergency.passed-media";
  /// Likewise, of words said in between that lead to the person.
  public static final String PASSED_PRIVATE = "emergency.passed-private";
  /// Likewise, of such corrections, which are told anew with the place.
  public static final String PASSED_PLACE = "emergency.passed-place";
  /// Likewise, of files that may tell where they were made, and of contacts.
  public static final String PASSED_FILE = "emergency.passed-file";

  /// What leads to the person leaves when the request is closed or given back.
  private static final Set<String> PLACES = Set.of(PASSED_PRIVATE, PASSED_PLACE, PASSED_FILE, PlaceTraces.POSITION);

  private final Tickets tickets;
  private final Visitors visitors;
  private final EmergencyReachability emergencyReachability;
  private final Notifications notifications;
  private final TakenBack takenBack;
  private final PlaceTraces placeTraces;
  private final Deliveries deliveries;

  ToVolunteer(Tickets tickets, Visitors visitors, EmergencyReachability emergencyReachability,
      Notifications notifications, TakenBack takenBack, PlaceTraces placeTraces, Deliveries deliveries) {
    this.tickets = tickets;
    this.visitors = visitors;
    this.emergencyReachability = emergencyReachability;
    this.notifications = notifications;
    this.takenBack = takenBack;
    this.placeTraces = placeTraces;
    this.deliveries = deliveries;
  }

  /// @return false when nobody is there to get it
  public boolean pass(Visitor from, Ticket ticket, Content shown, Context context) throws Exception {
    return pass(from, ticket, shown, context, PASSED);
  }

  /// Words that lead to the person leave the chat together with the place.
  public void passPlace(Visitor from, Ticket ticket, Content shown) throws Exception {
    pass(from, ticket, shown, Context.NONE, PASSED_PLACE);
  }

  private boolean pass(Visitor from, Ticket ticket, Content shown, Context context, String about) throws Exception {
    Visitor helper = visitors.helper(from.turn(), ticket).orElse(null);
    if (helper == null) {
      return false;
    }
    String line = helper.text("emergency.from-asker", "number", ticket.shownNumber(),
        "name", from.person().spokenName());
    Content.Text around = Heads.lines(helper.channel(), helper.language(), context, true);
    Content.Text whose = Content.Text.of(line + ":");
    Content.Text head = around == null ? whose : Content.Text.joined(List.of(whose, around));
    boolean goesOn = !ticket.state().equals(Ticket.CLOSED);
    for (Content content : Byline.above(head, shown)) {
      for (Content piece : Pieces.of(content, helper.channel().sizes())) {
        deliveries.owe(helper.turn(), NewDelivery.words(new Call.Say(helper.chat(), piece, null, List.of()))
            .about(kind(piece, goesOn, about), ticket.id().value()).of(ticket.id()));
      }
    }
    return true;
  }

  private static String kind(Content piece, boolean goesOn, String words) {
    boolean isPrivate = PrivateWords.areIn(Story.words(piece));
    if (goesOn && (Attachments.isHeld(piece) || Story.isContact(piece) || isPrivate && piece instanceof Content.Media)) {
      return PASSED_FILE;
    }
    if (piece instanceof Content.Media) {
      return PASSED_MEDIA;
    }
    return goesOn && isPrivate && words.equals(PASSED) ? PASSED_PRIVATE : words;
  }

  /// Perhaps too late.
  private void arrived(Turn turn, Ticket ticket, SettledDelivery done, Outcome.Sent sent) throws Exception {
    String kind = done.subject().kind();
    if (!ticket.isErased() && !(PLACES.contains(kind) && !placeTraces.isStillTold(turn, done))) {
      return;
    }
    for (String id : sent.ids()) {
      MessageRef message = new MessageRef(done.call().place().chat(), id);
      if (kind.equals(PASSED_FILE) || kind.equals(PASSED_MEDIA)) {
        takenBack.takeFile(turn, ticket.id(), message);
      } else {
        takenBack.take(turn, ticket.id(), message);
      }
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(PASSED, PASSED_PRIVATE, PASSED_MEDIA, PASSED_PLACE, PASSED_FILE, PlaceTraces.POSITION);
  }

  @Override
  public boolean isRevocable() {
    return true;
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    Ticket ticket = tickets.find(turn, new TicketId(done.subject().id())).orElse(null);
    if (ticket != null && done.outcome() instanceof Outcome.Sent sent) {
      arrived(turn, ticket, done, sent);
    }
    if (ticket == null || !(done.outcome() instanceof Outcome.Refused refused)) {
      return;
    }
    boolean lost = refused.why() == Refusal.PERSON_UNREACHABLE;
    Visitor helper = visitors.helper(turn, ticket)
        .filter(found -> found.chat().equals(done.call().place())).orElse(null);
    if (!done.subject().kind().equals(PlaceTraces.POSITION)) {
      notPassed(turn, ticket, refused.why());
    } else if (!lost && helper != null) {
      placeNotPassed(ticket, notifications.person(turn, ticket), refused.why());
    }
    if (lost && helper != null) {
      emergencyReachability.becomes(turn, helper.person().id(), false);
    }
  }

  /// Whoever was told of a helper that nothing reaches is told that another is searched for.
  private void placeNotPassed(Ticket ticket, Visitor person, Refusal why) throws Exception {
    if (!ticket.isErased()) {
      deliveries.owe(person.turn(), NewDelivery.words(person.says(person.text(why == Refusal.UNCONFIRMED
          ? "emergency.from-asker.place-unconfirmed" : "emergency.from-asker.place-not-passed")))
          .of(ticket.id()).replacing("place-not-passed:" + ticket.id().value()));
    }
  }

  private void notPassed(Turn turn, Ticket ticket, Refusal why) throws Exception {
    notifications.toPerson(turn, ticket, switch (why) {
      case PERSON_UNREACHABLE -> "emergency.from-asker.lost";
      case NO_VOICE -> "emergency.from-asker.no-voice";
      case UNCONFIRMED -> "emergency.from-asker.unconfirmed";
      case CHAT_GONE, CHAT_MOVED, TOPIC_GONE, TOPIC_CLOSED, MESSAGE_GONE, MESSAGE_FIXED, NO_RIGHTS, TOO_LATE, BAD_FILE,
          CHANNEL_REVOKED, NOT_ACCEPTED, KEEPS_FAILING -> "emergency.from-asker.not-passed";
    });
  }
}
