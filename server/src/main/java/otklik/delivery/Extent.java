package otklik.delivery;

/// Which lanes of a group wait.
enum Extent {
  EVERYTHING,
  /// What goes into topics, and the opening of new ones.
  TOPICS,
  OPENINGS;

  boolean covers(String lane) {
    if (lane.startsWith(Courier.ANSWERING) || lane.startsWith(Courier.MARKING) || lane.startsWith(Courier.ASKING)) {
      return false;
    }
    return switch (this) {
      case EVERYTHING -> true;
      case TOPICS -> lane.contains("/");
      case OPENINGS -> lane.startsWith(Courier.OPENING);
    };
  }
}
