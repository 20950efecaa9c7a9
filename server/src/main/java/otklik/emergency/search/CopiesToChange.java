package otklik.emergency.search;

import static otklik.storage.MicrosConverter.instant;
import static otklik.storage.MicrosConverter.micros;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// How far a change of all copies of a request has come, as its timer keeps it.
///
/// @param begun  when those were told who had pressed something
/// @param after  the last of the others who were told; 0 for none
/// @param chosen whose turn is next, in order; empty when they have to be looked for
record CopiesToChange(Instant begun, long after, List<Long> chosen) {
  String stored() {
    String far = micros(begun) + "/" + after;
    return chosen.isEmpty() ? far
        : far + "/" + chosen.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  static CopiesToChange read(String stored) {
    String[] parts = stored.split("/", 3);
    return new CopiesToChange(instant(Long.parseLong(parts[0])), Long.parseLong(parts[1]),
        parts.length < 3 ? List.of() : Arrays.stream(parts[2].split(" ")).map(Long::valueOf).toList());
  }
}
