package otklik.relay;

/// Who speaks. The words are stored.
public enum Direction {
  /// The person, to the operators.
  IN("in"),
  /// An operator, to the person.
  OUT("out"),
  /// An operator, to the other operators.
  NOTE("note");

  private final String stored;

  Direction(String stored) {
    this.stored = stored;
  }

  String stored() {
    return stored;
  }

  static Direction read(String stored) {
    for (Direction direction : values()) {
      if (direction.stored.equals(stored)) {
        return direction;
      }
    }
    throw new IllegalArgumentException(stored);
  }
}
