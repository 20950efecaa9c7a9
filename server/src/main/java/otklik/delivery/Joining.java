package otklik.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.MessageSizes;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;

/// Where a group's budget makes texts wait, what the same person wrote meanwhile is told in one message: one call then
/// carries many, and operators read it as it was written, line by line. What keeps failing is told alone.
final class Joining {
  /// Who waits shorter is told alone.
  static final Duration AFTER = Duration.ofSeconds(3);

  private Joining() {}

  /// The delivery, and those behind it that can be told with it.
  ///
  /// @param rows what waits in its lane, in order
  static Parcel of(Delivery first, Collection<Delivery> rows, Instant now) {
    MessageSizes sizes = first.channel().sizes();
    Set<DeliveryId> edited = edited(rows);
    if (first.joins() == null || first.failures().goesAlone() || first.owedAt().plus(AFTER).isAfter(now) || !isPlain(first.call())
        || edited.contains(first.id())) {
      return Parcel.of(first);
    }
    List<Delivery> together = new ArrayList<>(List.of(first));
    int length = text(first).text().length();
    int spans = text(first).spans().size();
    for (Delivery row : rows) {
      if (row.id().value() <= first.id().value() || Lane.yields(row.call())) {
        continue;
      }
      if (!fit(first, row) || edited.contains(row.id())) {
        break;
      }
      length += 1 + text(row).text().length();
      spans += text(row).spans().size();
      if (length > sizes.text() || spans > sizes.spans()) {
        break;
      }
      together.add(row);
    }
    return new Parcel(List.copyOf(together));
  }

  /// Whose words are to be changed as soon as they are told: the change knows nothing of others in the same message.
  private static Set<DeliveryId> edited(Collection<Delivery> rows) {
    return rows.stream()
        .flatMap(row -> row.call() instanceof Call.EditText(_, Target.MadeBy(var delivery, _), _, _)
            ? Stream.of(delivery) : Stream.empty())
        .collect(Collectors.toSet());
  }

  private static boolean fit(Delivery first, Delivery row) {
    return first.joins() != null && first.joins().equals(row.joins()) && !row.failures().goesAlone()
        && isPlain(row.call()) && Objects.equals(((Call.Say) first.call()).replyTo(), ((Call.Say) row.call()).replyTo());
  }

  private static boolean isPlain(Call call) {
    return call instanceof Call.Say say && say.content() instanceof Content.Text && say.buttons().isEmpty()
        && say.keys() == null && say.quote() == null;
  }

  private static Content.Text text(Delivery delivery) {
    return (Content.Text) ((Call.Say) delivery.call()).content();
  }
}
