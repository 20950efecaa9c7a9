package otklik.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.kernel.TicketId;

/// A call to be made.
///
/// @param subject  null when nobody wants to know what became of it
/// @param replaces a newer delivery with the same key makes an older one that still waits unnecessary
/// @param joins    plain texts with the same key may be told in one message when they have to wait
/// @param isBeside whether it needn't keep its order with other calls for the place
/// @param ticket   to which an answer to it belongs; null where the chat has one conversation, or it is about none
public record NewDelivery(Call call, Priority priority, @Nullable Subject subject, @Nullable String replaces,
    @Nullable String joins, boolean isBeside, @Nullable TicketId ticket) {
  public static NewDelivery words(Call call) {
    return of(Priority.WORDS, call);
  }

  public static NewDelivery of(Priority priority, Call call) {
    return new NewDelivery(call, priority, null, null, null, false, null);
  }

  /// The keys below a message go. However often that is owed at once, it is done once.
  public static NewDelivery keysGone(Place place, String message) {
    return of(Priority.EDITS, new Call.EditButtons(place, new Target.Known(message), List.of()))
        .replacing("keys:" + place.chat() + "/" + message);
  }

  public NewDelivery about(String kind, long id) {
    return new NewDelivery(call, priority, new Subject(kind, id), replaces, joins, isBeside, ticket);
  }

  /// Whoever answers it speaks of that ticket.
  public NewDelivery of(TicketId whose) {
    return new NewDelivery(call, priority, subject, replaces, joins, isBeside, whose);
  }

  public NewDelivery replacing(String key) {
    return new NewDelivery(call, priority, subject, key, joins, isBeside, ticket);
  }

  /// Everybody who listens to one of the texts hears of the message that tells them all.
  public NewDelivery joining(String key) {
    return new NewDelivery(call, priority, subject, replaces, key, isBeside, ticket);
  }

  /// A change of a message goes beside what is new in its chat, so that it never stands in front of it; it spends the
  /// same budgets. Such changes of one message keep their order among themselves only: whoever changes it so once does
  /// so always. A message that isn't known yet must come first, so its change stays in line.
  public NewDelivery beside() {
    if (SendingAccounts.changed(call) == null) {
      throw new IllegalArgumentException("only changes go beside other words: " + call.getClass().getSimpleName());
    }
    return new NewDelivery(call, priority, subject, replaces, joins, true, ticket);
  }
}
