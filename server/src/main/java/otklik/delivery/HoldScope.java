package otklik.delivery;

/// Which lanes of a group wait.
enum HoldScope {
  EVERYTHING,
  /// What goes into topics, and the opening of new ones.
  TOPICS,
  OPENINGS;

  boolean covers(String lane) {
    if (LaneName.isFree(lane)) {
      return false;
    }
    return switch (this) {
      case EVERYTHING -> true;
      case TOPICS -> LaneName.needsTopics(lane);
      case OPENINGS -> LaneName.isOpening(lane);
    };
  }
}
