package playground;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A group: who is in it, and what stands in it.
public final class Group {
  private final World world;
  private final Room room;

  Group(World world, Room room) {
    this.world = world;
    this.room = room;
  }

  public long id() {
    return room.id;
  }

  public String title() {
    return room.title;
  }

  /// Takes people in.
  public Group add(Person... people) {
    for (var person : people) stand(person.account(), Member.PLAIN);
    return this;
  }

  public Group addAdmin(Person person) {
    stand(person.account(), Member.admin(Right.all()));
    return this;
  }

  /// Makes somebody an administrator who speaks in the group's name.
  public Group addAnonymousAdmin(Person person) {
    stand(person.account(), Member.admin(Right.all()).anonymously());
    return this;
  }

  /// From now on only these may be put on messages; none means all again.
  public Group allowReactions(String... emoji) {
    world.locked(() -> room.reactions = emoji.length == 0 ? null : List.of(emoji));
    return this;
  }

  /// Takes a bot in as a plain member.
  public Group add(Bot bot) {
    stand(bot.account(), Member.PLAIN);
    return this;
  }

  /// Makes a bot an administrator with all rights, taking it in if need be.
  public Group promote(Bot bot) {
    stand(bot.account(), Member.admin(Right.all()));
    return this;
  }

  /// Makes a bot an administrator with exactly these rights.
  public Group promote(Bot bot, Right... rights) {
    stand(bot.account(), Member.admin(Set.of(rights)));
    return this;
  }

  /// The bot may read but not write.
  public void mute(Bot bot) {
    stand(bot.account(), Member.MUTED);
  }

  public void kick(Bot bot) {
    stand(bot.account(), Member.KICKED);
  }

  /// The person may read but not write.
  public void mute(Person person) {
    stand(person.account(), Member.MUTED);
  }

  public void ban(Person person) {
    stand(person.account(), Member.KICKED);
  }

  public void remove(Person person) {
    stand(person.account(), Member.GONE);
  }

  /// Turns a basic group (or any other) into a new supergroup with topics: the old one refuses calls
  /// and names the new one, both get their service message, and message ids begin anew.
  public Group migrate() {
    return world.locked(
        () -> {
          long id = -1_000_000_000_000L - 7_000_000 - world.groups.size();
          var next = new Room(id, Room.Kind.SUPERGROUP, 0, room.title);
          next.forum = true;
          next.username = room.username;
          next.members.putAll(room.members);
          world.groups.put(id, next);
          migrated(room, "migrate_to_chat_id", id);
          migrated(next, "migrate_from_chat_id", room.id);
          room.migratedTo = id;
          return new Group(world, next);
        });
  }

  private void migrated(Room where, String type, long id) {
    var content = Json.object().put(type, id);
    world.traffic.publish(where, world.traffic.draft(where, Account.ANONYMOUS_ADMIN.id(), content));
  }

  /// Switches topics on or off.
  public void topics(boolean on) {
    world.locked(() -> room.forum = on);
  }

  /// From now on the operations of all bots count together against the group's limit. Whether Telegram counts so or for
  /// each bot isn't published: both are assumptions.
  public Group countTogether() {
    world.locked(() -> room.countsTogether = true);
    return this;
  }

  /// Anybody finds it under this name from now on.
  public Group publicAs(String username) {
    world.locked(() -> room.username = username);
    return this;
  }

  /// Only administrators are told who is in it.
  public Group hideMembers() {
    world.locked(() -> room.hidesMembers = true);
    return this;
  }

  /// All topics there ever were, in the order of their making.
  public List<TopicView> topics() {
    return world.locked(() -> room.topics.values().stream().map(TopicView::of).toList());
  }

  /// The newest topic with this name that is not deleted.
  public Optional<TopicView> topic(String name) {
    return topics().stream().filter(topic -> topic.name().equals(name) && !topic.deleted()).reduce((_, newer) -> newer);
  }

  /// What stands in a topic; 0 is General. Deleted messages are left out.
  public List<Message> messages(int threadId) {
    return world.locked(
        () ->
            room.posts().stream()
                .filter(post -> post.thread == threadId && !post.deleted)
                .map(Message::of)
                .toList());
  }

  /// Everything that was ever written in the group, deleted messages too.
  public List<Message> history() {
    return world.locked(() -> room.posts().stream().map(Message::of).toList());
  }

  /// The message, deleted or not.
  public Optional<Message> message(int id) {
    return world.locked(() -> room.anyPost(id).map(Message::of));
  }

  Room room() {
    return room;
  }

  /// A change of standing, and the service message that goes with coming and leaving.
  private void stand(Account whom, Member now) {
    world.locked(
        () -> {
          var before = room.member(whom.id());
          if (before.equals(now)) return;
          room.members.put(whom.id(), now);
          world.traffic.stands(room, whom, Account.ANONYMOUS_ADMIN, before, now);
          if (before.present() != now.present()) announce(whom, now.present());
        });
  }

  private void announce(Account whom, boolean came) {
    var content = Json.object();
    if (came) content.putArray("new_chat_members").add(whom.json());
    else content.set("left_chat_member", whom.json());
    world.traffic.publish(room, world.traffic.draft(room, Account.ANONYMOUS_ADMIN.id(), content));
  }
}
