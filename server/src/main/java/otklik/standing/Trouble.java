package otklik.standing;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// Something between a channel and its messenger that people must mend.
///
/// @param chat   the group; empty where the account itself is meant
/// @param detail the messenger's words, never shown to those who write
public record Trouble(long id, Kind kind, String chat, String detail, Instant since) {
  /// The words are stored, and texts are named after them.
  public enum Kind {
    /// The messenger doesn't accept the account's token.
    REVOKED("revoked"),
    /// The account isn't in the group, or there is no such group.
    GROUP_LOST("group-lost"),
    /// The account may not write in the group.
    MUTED("muted"),
    /// Topics are switched off in the group.
    NO_TOPICS("no-topics"),
    /// The account is an ordinary member of the group.
    NOT_ADMIN("not-admin"),
    /// It may not open and close topics.
    NO_RIGHT_TO_TOPICS("no-right-topics"),
    /// It may not pin messages.
    NO_RIGHT_TO_PIN("no-right-pin"),
    /// It may not delete messages.
    NO_RIGHT_TO_DELETE("no-right-delete"),
    /// It may not put its reactions on messages.
    NO_REACTIONS("no-reactions"),
    /// Somebody who works in the group speaks in its name, so that nobody can know who it is.
    ANONYMOUS("anonymous");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /// Whether words can still be said in the group while this goes on.
    public boolean leavesGroupOpen() {
      return this != REVOKED && this != GROUP_LOST && this != MUTED;
    }

    /// What can't be told, or needs no telling, while this goes on in the same group.
    public Set<Kind> hides() {
      Set<Kind> rights = EnumSet.of(NO_RIGHT_TO_TOPICS, NO_RIGHT_TO_PIN, NO_RIGHT_TO_DELETE);
      return switch (this) {
        case REVOKED, GROUP_LOST -> EnumSet.complementOf(EnumSet.of(REVOKED, GROUP_LOST));
        case MUTED -> {
          rights.add(NOT_ADMIN);
          yield rights;
        }
        case NOT_ADMIN -> {
          rights.add(MUTED);
          yield rights;
        }
        case NO_TOPICS, NO_RIGHT_TO_TOPICS, NO_RIGHT_TO_PIN, NO_RIGHT_TO_DELETE, NO_REACTIONS,
            ANONYMOUS -> EnumSet.noneOf(Kind.class);
      };
    }

    static Kind read(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException(word);
    }
  }
}
