package playground;

/// A forum topic; its id is the id of the message that created it. Guarded by the world's lock.
final class Topic {
  final int id;
  final int color;
  final long creator;
  String name;
  boolean closed;
  boolean deleted;

  Topic(int id, String name, int color, long creator) {
    this.id = id;
    this.name = name;
    this.color = color;
    this.creator = creator;
  }
}
