package playground;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The faults that are on.
final class Faults {
  private final List<Trouble> all = new CopyOnWriteArrayList<>();
  private final WorldTime time;

  Faults(WorldTime time) {
    this.time = time;
  }

  Trouble start(Fault fault) {
    all.removeIf(trouble -> !trouble.on() && trouble.fault().kind() != Fault.Kind.SILENCE
        && trouble.fault().kind() != Fault.Kind.SILENCE_AFTER && trouble.fault().kind() != Fault.Kind.LATE);
    var trouble = new Trouble(fault, time);
    all.add(trouble);
    return trouble;
  }

  Optional<Trouble> striking(String method, long chat) {
    if (all.isEmpty()) return Optional.empty();
    return all.stream().filter(trouble -> trouble.strikes(method, chat)).findFirst();
  }

  List<Trouble> on() {
    return all.stream().filter(Trouble::on).toList();
  }

  void endAll() {
    all.forEach(Trouble::close);
    all.clear();
  }
}
