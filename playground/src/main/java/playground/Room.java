package playground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A place where messages stand: a private chat of one person with one bot, or a group.
/// Guarded by the world's lock.
final class Room {
  enum Kind {
    PRIVATE,
    GROUP,
    SUPERGROUP;

    String field() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  final long id;
  final Kind kind;
  /// The bot of a private chat; 0 for groups.
  final long bot;
  final int firstId;
  String title;
  /// The public name of a group, or null.
  String username;
  boolean forum;
  boolean countsTogether;
  boolean hidesMembers;
  /// The emoji that may be put on messages; null where all may.
  List<String> reactions;
  boolean started;
  boolean blocked;
  long migratedTo;
  /// The reply keyboard that the bot shows under the text field, or null.
  ObjectNode keyboard;
  final Map<Long, Member> members = new LinkedHashMap<>();
  final Map<Integer, Topic> topics = new LinkedHashMap<>();
  private final List<Post> posts = new ArrayList<>();

  Room(long id, Kind kind, long bot, String title) {
    this.id = id;
    this.kind = kind;
    this.bot = bot;
    this.title = title;
    // Message 1 of a group is its creation, and thread 1 is General: no topic may get that id.
    this.firstId = kind == Kind.PRIVATE ? 1 : 2;
  }

  /// Stable and unique among all rooms, unlike the id: two bots have different chats with one person.
  String key() {
    return kind == Kind.PRIVATE ? bot + ":" + id : Long.toString(id);
  }

  int nextId() {
    return firstId + posts.size();
  }

  void add(Post post) {
    if (post.id != nextId()) throw new IllegalArgumentException("message ids have no gaps");
    posts.add(post);
  }

  List<Post> posts() {
    return posts;
  }

  /// The message, unless it never existed or was deleted.
  Optional<Post> post(int id) {
    return anyPost(id).filter(post -> !post.deleted);
  }

  Optional<Post> anyPost(int id) {
    int index = id - firstId;
    return index < 0 || index >= posts.size() ? Optional.empty() : Optional.of(posts.get(index));
  }

  Member member(long account) {
    return members.getOrDefault(account, Member.GONE);
  }

  boolean group() {
    return kind != Kind.PRIVATE;
  }
}
