package otklik.emergency.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import otklik.kernel.PersonId;

/// What is left of a search, as its timer keeps it.
///
/// @param chosen those of the ring who are asked next, in order; empty when everybody has to be weighed
record NextRound(int ring, List<PersonId> chosen) {
  String stored() {
    return Stream.concat(Stream.of((long) ring), chosen.stream().map(PersonId::value)).map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  static NextRound read(String stored) {
    List<Long> numbers = Stream.of(stored.split(" ")).map(Long::valueOf).toList();
    return new NextRound(numbers.getFirst().intValue(),
        numbers.subList(1, numbers.size()).stream().map(PersonId::new).toList());
  }
}
