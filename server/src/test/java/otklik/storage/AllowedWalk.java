package otklik.storage;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The statements that may walk through a table that grows, each by one index and with its reason.
enum AllowedWalk {
  /// After a start, the last entry of each primary key.
  GREATEST_ID("\\w+_pkey", "/* across workspaces: greatest id */"),
  /// Likewise, the last entry of the index of what is done.
  LAST_OUTCOME("delivery_done", "/* across workspaces: granted lately */", "order by delivery.done_at desc"),
  /// The last entry of a workspace.
  LATEST_ERASURE("erasure_latest", "select max(erasure.id)"),
  /// The oldest thousand that the index of words doesn't know yet.
  MESSAGES_TO_INDEX("message_pkey|sqlite_autoindex_message_1", "/* across workspaces: messages to index */",
      "order by message.id"),
  /// The five hundred last entries of a channel.
  NEWEST_TICKETS("search_entry_channel", "from search_entry", "order by channel_id desc, ticket_id desc"),
  /// Once a run, because private chats with threads are few and are remembered.
  PRIVATE_THREADS("private_thread_pkey|sqlite_autoindex_private_thread_1",
      "select private_thread.chat, private_thread.topic"),
  /// Likewise, groups that the channel was taken into and has no business in.
  STRANGE_GROUPS("strange_group_pkey|sqlite_autoindex_strange_group_1", "select strange_group.chat"),
  /// A search weighs everybody who may be asked, once for every 2,500 whom it chooses.
  VOLUNTEERS_OF_A_COUNTRY("(?:resident|volunteer)_pkey|sqlite_autoindex_(?:resident|volunteer)_1",
      "from volunteer join resident", "resident.country = "),
  /// `/who` counts who helped how often, ever. It reads on readers and has a time limit.
  WHO_HELPED("emergency_request_fulfilled", "select ticket.owner_id, count(*)", "emergency_request.ending = 'FULFILLED'"),
  /// Those who use the console of a workspace are shown on one page.
  MEMBERS_OF_A_WORKSPACE("console_member_pkey|sqlite_autoindex_console_member_1",
      "select console_member.user_id, console_member.role from console_member", "console_member.workspace_id = "),
  /// Changes every row that it reads: what waits for a right that has come back.
  ALL_PINS_AT_ONCE("sqlite_autoindex_timer_2|timer_workspace_id_channel_id_kind_subject_key",
      "update timer set due_at", "timer.kind = ");

  private final Pattern index;
  private final List<String> parts;

  AllowedWalk(String index, String... parts) {
    this.index = Pattern.compile(index);
    this.parts = List.of(parts);
  }

  static boolean allows(String sql, Access access) {
    return Arrays.stream(values()).anyMatch(walk -> walk.index.matcher(access.index()).matches()
        && walk.parts.stream().allMatch(sql::contains));
  }
}
