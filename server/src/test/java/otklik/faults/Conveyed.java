package otklik.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import playground.Message;

/// What arrived in one place, beside what was written for it. Every text is written once.
record Conveyed(List<String> written, List<String> arrived) {
  static Conveyed of(List<String> written, List<Message> there) {
    Set<String> known = Set.copyOf(written);
    return new Conveyed(List.copyOf(written), there.stream().map(Message::text).filter(known::contains).toList());
  }

  /// How many of them, each counted once.
  int come() {
    return Set.copyOf(arrived).size();
  }

  /// What arrived, a text that directly follows itself counted once.
  List<String> withoutEchoes() {
    List<String> heard = new ArrayList<>();
    for (String text : arrived) {
      if (heard.isEmpty() || !heard.getLast().equals(text)) {
        heard.add(text);
      }
    }
    return heard;
  }

  /// The texts that arrived more than once.
  List<String> echoes() {
    Map<String, Integer> count = new HashMap<>();
    arrived.forEach(text -> count.merge(text, 1, Integer::sum));
    return count.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey).toList();
  }
}
