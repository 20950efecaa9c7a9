package otklik.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Outcome;
import otklik.storage.Tx;
import otklik.turns.Turn;

/// Who listens to what. They owe deliveries themselves, and what is owed asks who listens: so they are made known when
/// all of them stand, see [ListenerRegistration].
@Component
final class Listeners {
  private volatile Map<String, Listener> byKind = Map.of();

  void know(List<Listener> all) {
    byKind = index(all);
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
