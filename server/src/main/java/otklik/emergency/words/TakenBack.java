package otklik.emergency.words;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.MessageRef;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Refusal;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.kernel.TicketId;
import otklik.turns.Turn;

/// What was told in somebody's chat and isn't their business any more leaves it. A messenger may delete only what is
/// younger (Telegram 48 hours), but edit the words of whatever an account has said: words that stay are edited away. Of
/// what stays all the same [PlaceLeft] tells.
@Component
public final class TakenBack implements Listener {
  /// Words, positions, contacts; about the ticket.
  private static final String TOLD = "emergency.take-back";
  /// Files: their captions alone are no loss; about the ticket.
  private static final String FILE = "emergency.take-back-file";
  /// What stands in place of words that couldn't be deleted; about the ticket.
  private static final String REWORDED = "emergency.take-back-reworded";

  private final PlaceLeft placeLeft;
  private final Deliveries deliveries;

  TakenBack(PlaceLeft placeLeft, Deliveries deliveries) {
    this.placeLeft = placeLeft;
    this.deliveries = deliveries;
  }

  public void take(Turn turn, TicketId ticket, MessageRef message) throws Exception {
    delete(turn, message, TOLD, ticket.value());
  }

  public void takeFile(Turn turn, TicketId ticket, MessageRef message) throws Exception {
    delete(turn, message, FILE, ticket.value());
  }

  private void delete(Turn turn, MessageRef message, String kind, long ticket) throws Exception {
    deliveries.owe(turn, NewDelivery.of(Priority.EDITS,
        new Call.Delete(Place.chat(message.chat()), new Target.Known(message.id()))).about(kind, ticket));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(TOLD, FILE, REWORDED);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (!(done.outcome() instanceof Outcome.Refused refused) || refused.why() == Refusal.MESSAGE_GONE) {
      return;
    }
    TicketId ticket = new TicketId(done.subject().id());
    Place chat = done.call().place();
    switch (done.call()) {
      case Call.Delete(_, var message) when done.subject().kind().equals(TOLD) ->
          deliveries.owe(turn, NewDelivery.of(Priority.EDITS, new Call.EditText(chat, message,
              Content.Text.of(placeLeft.instead(turn, ticket, chat)), List.of()))
              .about(REWORDED, ticket.value()));
      case Call.Delete(_, var message) -> placeLeft.tell(turn, ticket, chat, message, refused);
      case Call.EditText edit -> placeLeft.tell(turn, ticket, chat, edit.message(), refused);
      default -> throw new IllegalStateException("takes nothing back: " + done.call());
    }
  }
}
