package otklik.storage;

import java.util.Set;
import java.util.TreeSet;

/// One step of a plan: how a statement finds rows of a table.
///
/// @param index    empty when it reads the table itself
/// @param equal    columns that the index is asked for by their values
/// @param bounded  columns of which it is asked for a stretch
record Access(String table, String index, Set<String> equal, Set<String> bounded) {
  /// These say of many rows at once what they are: whoever looks by nothing else walks.
  private static final Set<String> COARSE = Set.of("workspace_id", "channel_id", "messenger", "state", "kind", "event",
      "direction", "type", "tag", "country");
  /// Tables with one row, with a few for each channel, written by its configuration or its operators, or with what lasts
  /// for moments, or goes on, and is removed afterwards.
  private static final Set<String> SMALL = Set.of("workspace", "channel", "client", "project", "invite", "community",
      "moved_chat", "notice", "triage_room", "ticket_number", "album_waiting", "later_answer", "search_progress",
      "search_pending", "heartbeat", "incident", "ops_told");
  /// Partial indexes of what isn't settled yet: as long as what waits, however much was settled before.
  private static final Set<String> CURRENT = Set.of("inbox_pending", "inbox_aside", "inbox_aside_ids",
      "delivery_pending", "delivery_coalesce", "delivery_beside", "delivery_aside", "delivery_unheard", "delivery_replay",
      "delivery_words_asked", "timer_due", "timer_aside", "timer_absent", "ticket_open", "ticket_owner",
      "sla_clock_next", "sla_clock_due", "trouble_going_on");

  /// Whether it reads more the longer the installation has served.
  boolean walks() {
    return grows(table) && !CURRENT.contains(index)
        && equal.stream().allMatch(COARSE::contains)
        && bounded.stream().noneMatch(column -> column.endsWith("_at"));
  }

  static boolean grows(String table) {
    return !SMALL.contains(table);
  }

  @Override
  public String toString() {
    return table + (index.isEmpty() ? "" : " by " + index) + " " + new TreeSet<>(equal)
        + (bounded.isEmpty() ? "" : " between " + new TreeSet<>(bounded));
  }
}
