package otklik.channels;

import java.util.Set;

/// How an account stands in a chat.
///
/// @param name     as the messenger shows it; empty for somebody whom it doesn't show
/// @param human    whether it may be a person: false for those that the messenger calls bots
/// @param present  false for those who left, were removed or never came
/// @param mayWrite false for those who were muted
/// @param rights   as an administrator
/// @param anonymous whether an administrator speaks in the group's name, so that nobody knows who it is
public record Member(
    String name, boolean human, boolean present, boolean mayWrite, boolean administrator, Set<Right> rights,
    boolean anonymous)
    implements QuestionAnswer {
  /// Somebody of whom the messenger knows nothing there.
  public static final Member UNKNOWN = new Member("", true, false, false, false, Set.of());

  public Member {
    rights = Set.copyOf(rights);
  }

  public Member(String name, boolean human, boolean present, boolean mayWrite, boolean administrator,
      Set<Right> rights) {
    this(name, human, present, mayWrite, administrator, rights, false);
  }

  @Override
  public String brief() {
    if (!present) {
      return "absent";
    }
    return (administrator ? "administrator" : mayWrite ? "member" : "muted member") + (human ? "" : ", a bot");
  }
}
