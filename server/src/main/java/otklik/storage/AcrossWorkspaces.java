package otklik.storage;

import java.util.Locale;

/// The queries that see the rows of all workspaces, each with its reason. Every other statement names its workspace;
/// tests stop those that don't.
public enum AcrossWorkspaces {
  /// One clock rings for the whole installation; what rings then runs in its own workspace.
  DUE_TIMERS,
  /// One clock sleeps for the whole installation; nothing but a moment is read.
  NEXT_TIMER,
  /// As the net below, what waits is looked for once and not once a workspace; only keys are read.
  WAITING_UPDATES,
  /// Likewise.
  WAITING_DELIVERIES,
  /// After a start, budgets begin with what messengers granted a moment ago; read once and not once a workspace, and
  /// kept is only who was granted how much in which chat.
  GRANTED_LATELY,
  /// What is kept no longer is looked for once and not once a workspace; only keys are read.
  LONG_DONE_DELIVERIES,
  /// Likewise.
  LONG_HANDLED_UPDATES,
  /// Who runs the installation sees what could not be handled, without what people wrote.
  UPDATES_SET_ASIDE,
  /// Likewise.
  TIMERS_SET_ASIDE,
  /// Likewise.
  DELIVERIES_SET_ASIDE,
  /// What whoever runs the installation wants to be told again is looked for once and not once a workspace.
  DELIVERIES_TO_TELL_AGAIN,
  /// After a start, the timers of channels that are back in the configuration go on; only channels are read.
  CHANNELS_WITH_ABSENT_TIMERS,
  /// Of what was set aside, and only by the ids that it names, whoever runs the installation sees a ticket's number.
  TICKETS_OF_WHAT_WAS_SET_ASIDE,
  /// After a start, ids go on behind those of all rows; nothing else is read.
  GREATEST_ID,
  /// After a start, what is amiss with all channels is read at once; nothing of it is what people wrote.
  TROUBLES_GOING_ON,
  /// One index is brought up to date for the whole installation; only keys and moments are read, and what goes in is read
  /// of one workspace at a time.
  MESSAGES_TO_INDEX,
  /// Likewise.
  TICKETS_TO_INDEX,
  /// A user of the console chooses among the workspaces that they belong to; nothing else is read.
  WORKSPACES_OF_A_USER;

  /// For jOOQ's `hint`: a comment that marks the statement.
  public String mark() {
    return "/* across workspaces: " + reason() + " */";
  }

  static boolean allows(String sql) {
    for (AcrossWorkspaces one : values()) {
      if (sql.contains(one.mark())) {
        return true;
      }
    }
    return false;
  }

  private String reason() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
