package otklik.helpdesk.projects;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A code that binds people to a project.
///
/// @param used     how many people it has bound
/// @param mostUses null without a limit
/// @param endsAt   null without an end
public record Invite(
    long id, long project, String code, int used, @Nullable Integer mostUses, @Nullable Instant endsAt,
    boolean active) {

  public enum State {
    GOOD("code.good"),
    OFF("code-inactive"),
    EXPIRED("code-expired"),
    USED_UP("code-used-up");

    private final String text;

    State(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  public State state(Instant now) {
    if (!active) {
      return State.OFF;
    }
    if (endsAt != null && !endsAt.isAfter(now)) {
      return State.EXPIRED;
    }
    return mostUses != null && used >= mostUses ? State.USED_UP : State.GOOD;
  }
}
