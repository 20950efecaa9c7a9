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
  /// Another change mends this: what is erased of deliveries.
  ERASED_DELIVERIES("update delivery set call = '{}'"),
  /// Another change mends this.
  DELETED_DELIVERIES("delete from delivery"),
  /// Another change mends this: what was made about a subject.
  MADE_ABOUT("select delivery.chat, delivery.result from delivery", "delivery.subject in ("),
  /// Another change mends this.
  DROPPED("update delivery set state = 'dropped'", "delivery.coalesce_key = ", "delivery.lane"),
  /// Another change mends this: what is erased of updates.
  ERASED_UPDATES("update inbox set raw = '{}'"),
  /// Another change mends this.
  FORGOTTEN_UPDATES("delete from inbox"),
  /// Another change mends this: what somebody did, which is found when they are erased.
  DONE_BY("timeline", "timeline.actor_id = "),
  /// Another change mends this.
  ERASED_MESSAGES("message", "message.author = "),
  /// Another change mends this: `/find`.
  FOUND("ticket.room_topic from ticket join person", "order by ticket.number desc"),
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
