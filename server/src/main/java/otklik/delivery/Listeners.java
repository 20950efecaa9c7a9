package otklik.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import otklik.channels.Outcome;
import otklik.storage.Tx;
import otklik.turns.Turn;

/// Who listens to what. Asked for late, because listeners themselves owe deliveries.
@Component
final class Listeners {
  private final ObjectProvider<Listener> all;
  private volatile Map<String, Listener> byKind = Map.of();

  Listeners(ObjectProvider<Listener> all) {
    this.all = all;
  }

  void tell(Tx tx, Delivery delivery, Outcome.Settled outcome) throws Exception {
    Subject subject = delivery.subject();
    if (subject == null) {
      return;
    }
    Listener listener = of(subject);
    if (listener == null) {
      throw new IllegalStateException("nobody listens to " + subject.kind());
    }
    listener.heard(Turn.of(tx, delivery.channel()),
        new SettledDelivery(delivery.id(), subject, delivery.call(), outcome));
  }

  boolean isRevocable(@Nullable Subject subject) {
    Listener listener = subject == null ? null : of(subject);
    return listener != null && listener.isRevocable();
  }

  boolean lookForWords(@Nullable Subject subject) {
    Listener listener = subject == null ? null : of(subject);
    return listener != null && listener.looksForWords();
  }

  private @Nullable Listener of(Subject subject) {
    if (byKind.isEmpty()) {
      byKind = index(all.stream().toList());
    }
    return byKind.get(subject.kind());
  }

  private static Map<String, Listener> index(List<Listener> listeners) {
    Map<String, Listener> index = new HashMap<>();
    for (Listener listener : listeners) {
      for (String kind : listener.kinds()) {
        if (index.put(kind, listener) != null) {
          throw new IllegalStateException("two listen to " + kind);
        }
      }
    }
    return Map.copyOf(index);
  }
}
