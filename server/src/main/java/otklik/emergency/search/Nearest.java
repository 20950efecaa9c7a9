package otklik.emergency.search;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.emergency.people.Volunteer;

/// Whom a ring of a search asks. Pure.
final class Nearest {
  private static final Comparator<Candidate> ORDER =
      Comparator.comparing((Candidate each) -> each.standing() == Standing.RETURNED)
          .thenComparingDouble(Candidate::metres)
          .thenComparingLong(each -> each.volunteer().person().value());

  private Nearest() {}

  /// @param metres from the request
  record Candidate(Volunteer volunteer, double metres, Standing standing) {}

  enum Standing {
    FREE,
    /// In this search.
    ASKED,
    /// Had it and gave it back: is asked after everybody else.
    RETURNED,
    /// Gave it back a moment ago: isn't asked yet.
    JUST_RETURNED,
    /// Wants to be left alone at the moment.
    RESTING
  }

  /// Nearest first.
  ///
  /// @param most  how many volunteers the search may have reached with this ring; null for everybody
  /// @param asked how many it has reached before
  static List<Candidate> of(List<Candidate> all, @Nullable Integer most, int asked) {
    long left = most == null ? Long.MAX_VALUE : Math.max(0, most - asked);
    return all.stream()
        .filter(each -> switch (each.standing()) {
          case FREE -> true;
          case RETURNED -> most == null;
          case ASKED, JUST_RETURNED, RESTING -> false;
        })
        .sorted(ORDER)
        .limit(left)
        .toList();
  }
}
