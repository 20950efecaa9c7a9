package playground;

/// A person in a group: in the whole of it and its General, or in one topic.
public final class GroupHands extends Hands {
  private static final int COLOR = 7322096;

  GroupHands(World world, Room room, Account who, int thread, boolean anonymous) {
    super(world, room, who, thread, anonymous);
  }

  /// The same person in a topic; 0 is General.
  public GroupHands topic(int threadId) {
    return new GroupHands(world, room, who, threadId, anonymous);
  }

  /// The same person in the newest topic of this name.
  public GroupHands topic(String name) {
    return topic(
        world.locked(
            () ->
                room.topics.values().stream()
                    .filter(topic -> topic.name.equals(name) && !topic.deleted)
                    .reduce((_, newer) -> newer)
                    .map(topic -> topic.id)
                    .orElseThrow(() -> new IllegalArgumentException("there is no topic " + name))));
  }

  /// The same person as an anonymous administrator: messages come from GroupAnonymousBot.
  public GroupHands anonymously() {
    return new GroupHands(world, room, who, thread, true);
  }

  public int threadId() {
    return thread;
  }

  /// Makes a topic and answers with the hands in it.
  public GroupHands createsTopic(String name) {
    return topic(world.locked(() -> world.traffic.createTopic(room, who.id(), name, COLOR).id));
  }

  public void closes() {
    world.locked(() -> world.traffic.closeTopic(room, topic(), who.id(), true));
  }

  public void reopens() {
    world.locked(() -> world.traffic.closeTopic(room, topic(), who.id(), false));
  }

  public void renames(String name) {
    world.locked(() -> world.traffic.renameTopic(room, topic(), who.id(), name));
  }

  /// Deletes the topic with its messages; bots learn of it from their next error only.
  public void deletesTopic() {
    world.locked(() -> world.traffic.deleteTopic(room, topic()));
  }

  public void pins(int id) {
    world.locked(() -> world.traffic.pin(room, room.post(id).orElseThrow(), who.id()));
  }

  private Topic topic() {
    var topic = room.topics.get(thread);
    if (topic == null) throw new IllegalStateException("General can't be closed, renamed or deleted here");
    return topic;
  }

  @Override
  boolean here(Post post) {
    return post.thread == thread;
  }

  @Override
  void mayWrite() {
    if (!room.member(who.id()).present()) throw new IllegalStateException(who.firstName() + " is not in the group");
    var topic = room.topics.get(thread);
    if (topic != null && topic.deleted) throw new IllegalStateException("the topic is deleted");
  }
}
