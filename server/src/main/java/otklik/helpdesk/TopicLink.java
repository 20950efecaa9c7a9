package otklik.helpdesk;

import org.jspecify.annotations.Nullable;
import otklik.channels.Place;

/// The address under which members of the operators' group find a topic (core.telegram.org/api/links#message-links).
final class TopicLink {
  /// Ids of supergroups in the Bot API begin so.
  private static final String SUPERGROUP = "-100";

  private TopicLink() {}

  /// Null where there is no topic or the group's messages have no addresses.
  static @Nullable String of(@Nullable Place room) {
    return room == null || room.topic() == null || !room.chat().startsWith(SUPERGROUP) ? null
        : "https://t.me/c/" + room.chat().substring(SUPERGROUP.length()) + "/" + room.topic();
  }
}
