package otklik.search;

import java.util.List;
import java.util.Optional;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.turns.ReadTurn;

/// What the tickets of a scenario are found by. One bean for each scenario that searches; what others keep isn't indexed.
public interface Searchable {
  String scenario();

  /// Empty when it isn't to be found, because it was erased or never was.
  ///
  /// @param behind the id of a message: only words of later ones are wanted; 0 for all
  Optional<Findable> findable(ReadTurn turn, TicketId ticket, long behind) throws Exception;

  /// @param names  of the person, as they are found by
  /// @param words  what was said, of what was wanted
  /// @param newest the id of the last message of the ticket; 0 for none
  record Findable(long number, PersonId person, String names, List<String> words, long newest) {}
}
