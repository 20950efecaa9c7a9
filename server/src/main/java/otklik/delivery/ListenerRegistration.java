package otklik.delivery;

import java.util.List;
import org.springframework.stereotype.Component;

/// Makes all listeners known, before the first delivery.
@Component
final class ListenerRegistration {
  ListenerRegistration(Listeners listeners, List<Listener> all) {
    listeners.know(all);
  }
}
