package otklik.people;

import org.jspecify.annotations.Nullable;
import otklik.kernel.PersonId;

/// Someone who writes or helps. Names are hostile input.
///
/// @param account  the messenger's id of the account
/// @param language an IETF tag: what the person chose, else what the messenger tells
public record Person(
    PersonId id, String account, String name, @Nullable String username, @Nullable String language,
    boolean reachable) {
  static final String ERASED = "erased-";

  /// Nothing is known of them any more, by their own wish.
  public boolean isErased() {
    return account.startsWith(ERASED);
  }

  /// @username where there is one, else the name, else the account's number.
  public String shownName() {
    if (username != null) {
      return "@" + username;
    }
    return name.isBlank() ? account : name;
  }

  /// As one says it aloud: the name where there is one.
  public String spokenName() {
    return name.isBlank() ? shownName() : name;
  }
}
