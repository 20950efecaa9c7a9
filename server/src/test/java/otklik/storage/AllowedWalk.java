package otklik.storage;

import java.util.Arrays;
import java.util.Optional;

/// The statements that may walk through a table that grows, each with its reason.
enum AllowedWalk {
  /// A search weighs everybody who may be asked, once for every 2,500 whom it chooses.
  VOLUNTEERS_OF_A_COUNTRY("from volunteer join resident", "resident.country = "),
  /// Once a run, because private chats with threads are few and are remembered.
  PRIVATE_THREADS("select private_thread.chat, private_thread.topic from private_thread"),
  /// Likewise, groups that the channel was taken into and has no business in.
  STRANGE_GROUPS("select strange_group.chat from strange_group"),
  /// `/who` counts who helped how often, ever.
  WHO_HELPED("select ticket.owner_id, count(*)", "emergency_request.ending = 'FULFILLED'"),
  /// Takes the last entry of the index of what is done, once a run.
  LAST_OUTCOME("/* across workspaces: granted lately */", "order by delivery.done_at desc"),
  /// Changes every row that it reads: what waits for a right that has come back.
  ALL_PINS_AT_ONCE("update timer set due_at", "timer.kind = ");

  private final String[] parts;

  AllowedWalk(String... parts) {
    this.parts = parts;
  }

  static Optional<AllowedWalk> of(String sql) {
    return Arrays.stream(values()).filter(walk -> Arrays.stream(walk.parts).allMatch(sql::contains)).findFirst();
  }
}
