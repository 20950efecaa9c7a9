package otklik.relay;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.MessageRef;
import otklik.channels.MessageSizes;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What somebody changed on one side changes on the other: only the newest state is worth sending, and what can't be
/// changed where it stands is said again as a reply.
@Component
public final class Corrections implements Listener {
  static final String EDIT = "relay.edit";

  private final Messages messages;
  private final ExtraCopies extraCopies;
  private final Counterparts counterparts;
  private final Carrier carrier;
  private final LiveEnds liveEnds;
  private final Tickets tickets;
  private final Deliveries deliveries;
  private final Undelivered undelivered;

  Corrections(Messages messages, ExtraCopies extraCopies, Counterparts counterparts, Carrier carrier,
      LiveEnds liveEnds, Tickets tickets, Deliveries deliveries, Undelivered undelivered) {
    this.messages = messages;
    this.extraCopies = extraCopies;
    this.counterparts = counterparts;
    this.carrier = carrier;
    this.liveEnds = liveEnds;
    this.tickets = tickets;
    this.deliveries = deliveries;
    this.undelivered = undelivered;
  }

  /// A kept message of which somebody changed something.
  ///
  /// @param ticket  null while there is none yet
  /// @param content what it said before
  public record Kept(MessageId message, @Nullable TicketId ticket, Direction direction, Content content) {
    /// Whether the other side has it, or will.
    public boolean isOfBothSides() {
      return ticket != null && direction != Direction.NOTE;
    }
  }

  public Optional<Kept> find(Turn turn, MessageRef origin) throws SQLException {
    return messages.written(turn, origin).map(Corrections::kept);
  }

  /// Keeps the new words, and owes them to the other side if they got there or are on their way.
  ///
  /// @return empty when the message isn't kept, or nothing changed that could be told
  public Optional<Kept> correct(Turn turn, MessageRef origin, Content now) throws Exception {
    return correct(turn, messages.written(turn, origin).orElse(null), now);
  }

  /// Likewise, of a message that is known.
  public Optional<Kept> correct(Turn turn, MessageId message, Content now) throws Exception {
    return correct(turn, messages.find(turn, message).orElse(null), now);
  }

  private Optional<Kept> correct(Turn turn, @Nullable Message before, Content now) throws Exception {
    if (before == null || Rewording.isSame(before.content(), now)) {
      return Optional.empty();
    }
    if (now instanceof Content.Location last && !last.live() && before.content() instanceof Content.Location first
        && first.live()) {
      messages.edited(turn, before.id(),
          new Content.Location(last.latitude(), last.longitude(), last.accuracy(), true));
      liveEnds.ended(turn, before.id());
      return Optional.empty();
    }
    messages.edited(turn, before.id(), now);
    if (now instanceof Content.Location) {
      return Optional.empty(); // somebody who shares where they are walks on: that is no correction
    }
    mirror(turn, before, before.saying(now));
    return Optional.of(kept(before));
  }

  /// Keeps the new words and owes them to nobody: they aren't for the other side.
  public void keep(Turn turn, MessageRef origin, Content now) throws SQLException {
    Message before = messages.written(turn, origin).orElse(null);
    if (before != null) {
      messages.edited(turn, before.id(), now);
    }
  }

  private static Kept kept(Message message) {
    return new Kept(message.id(), message.ticket(), message.direction(), message.content());
  }

  private void mirror(Turn turn, Message before, Message after) throws Exception {
    if (after.ticket() == null || after.delivery() == null || after.failure() != null || after.takenBack()) {
      return;
    }
    Ticket ticket = tickets.find(turn, after.ticket()).orElseThrow();
    Place to = Carrier.there(ticket, after.direction());
    if (to == null) {
      messages.waitAgain(turn, List.of(after.id())); // its copy went with a room; the next one will have it
      return;
    }
    if (after.delivery().equals(ticket.cardDelivery())) {
      return; // the card says the new words
    }
    if (Rewording.isPossible(before.content(), after.content())) {
      reword(turn, ticket, to, before, after);
    } else {
      sayAgain(turn, ticket, to, after);
    }
  }

  /// The first copy, and the pieces that follow it, each only where it changes.
  private void reword(Turn turn, Ticket ticket, Place to, @Nullable Message before, Message after) throws Exception {
    List<Message> together = after.copy() == null ? List.of(after) : messages.shownAt(turn, after.copy());
    String mark = mark(turn, ticket, after);
    String word = extraCopies.isSaidAgain(turn, after.id()) ? word(turn, ticket, after) : null;
    MessageSizes sizes = turn.channel().sizes();
    List<Content> now = Rewording.pieces(together, worded(word, after), mark, sizes);
    List<Content> earlier = before == null ? List.of() : Rewording.pieces(together, worded(word, before), mark, sizes);
    Target first = counterparts.copy(turn, after);
    List<ExtraCopies.Piece> rest =
        extraCopies.pieces(turn, together.stream().map(Message::id).toList());
    for (int number = 0; number < now.size(); number++) {
      Content piece = now.get(number);
      if (number > rest.size()) {
        carrier.bringPiece(turn, to, after.id(), number, piece, first);
      } else if (number >= earlier.size() || !piece.equals(earlier.get(number))) {
        Target copy = number == 0 ? first : rest.get(number - 1).target();
        deliveries.owe(turn, NewDelivery.of(Priority.EDITS, Rewording.call(to, copy, piece))
            .about(EDIT, after.id().value()).replacing("edit:" + together.getFirst().id().value() + "/" + number));
      }
    }
    for (ExtraCopies.Piece tooMany : rest.subList(Math.min(now.size() - 1, rest.size()), rest.size())) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.Delete(to, tooMany.target())));
      for (Message message : together) {
        extraCopies.remove(turn, message.id(), tooMany.delivery());
      }
    }
  }

  /// What a message begins with that was said again.
  private String word(Turn turn, Ticket ticket, Message message) throws Exception {
    return undelivered.correction(turn, ticket.id(), message.direction());
  }

  private static Message worded(@Nullable String word, Message message) {
    return word == null ? message : message.saying(Rewording.after(word, message.content()));
  }

  /// An album is marked once, on its first item.
  private @Nullable String mark(Turn turn, Ticket ticket, Message message) throws SQLException {
    String mark = Carrier.mark(ticket, message.direction());
    boolean follows = mark != null && message.album() != null && !message.id()
        .equals(messages.sentBy(turn, ticket.id(), message.delivery()).getFirst().id());
    return follows ? null : mark;
  }

  /// Says as a reply what a message says now; from then on that is its copy.
  private void sayAgain(Turn turn, Ticket ticket, Place to, Message message) throws Exception {
    String word = word(turn, ticket, message);
    Target former = counterparts.copy(turn, message);
    extraCopies.superseded(turn, message);
    DeliveryId first = carrier.bring(turn, ticket, to, message, Rewording.after(word, message.shown()), former);
    messages.uncopied(turn, message.id());
    messages.sentWith(turn, List.of(message.id()), first);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(EDIT);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    Message message = messages.find(turn, new MessageId(done.subject().id())).orElse(null);
    if (message == null || message.copy() == null || message.takenBack() || message.ticket() == null) {
      return;
    }
    Ticket ticket = tickets.find(turn, message.ticket()).orElseThrow();
    Place to = Carrier.there(ticket, message.direction());
    if (to == null) {
      messages.waitAgain(turn, List.of(message.id()));
      return;
    }
    Target edited = target(done.call());
    if (done.outcome() instanceof Outcome.Refused && isStill(turn, message, edited)) {
      if (edited instanceof Target.MadeBy && messages.shownAt(turn, message.copy()).size() > 1) {
        // Whoever changed words before their copy was made didn't know with whose words it would share a message.
        reword(turn, ticket, to, null, message);
      } else {
        sayAgain(turn, ticket, to, message);
      }
    }
  }

  private static Target target(Call call) {
    return switch (call) {
      case Call.EditText edit -> edit.message();
      case Call.EditCaption edit -> edit.message();
      default -> throw new IllegalStateException("not an edit: " + call);
    };
  }

  /// False when a correction has taken its place already.
  private boolean isStill(Turn turn, Message message, Target copy) {
    List<Target> current = new ArrayList<>();
    current.add(new Target.Known(message.copy().id()));
    if (message.delivery() != null) {
      current.add(new Target.MadeBy(message.delivery(), 0));
    }
    extraCopies.pieces(turn, List.of(message.id())).forEach(piece -> {
      current.add(piece.target());
      current.add(new Target.MadeBy(piece.delivery(), 0));
    });
    return current.contains(copy);
  }
}
