package playground;

/// A topic of a forum as it stands now. The id is the thread id.
public record TopicView(int id, String name, boolean closed, boolean deleted) {
  static TopicView of(Topic topic) {
    return new TopicView(topic.id, topic.name, topic.closed, topic.deleted);
  }
}
