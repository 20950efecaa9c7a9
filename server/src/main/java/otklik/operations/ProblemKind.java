package otklik.operations;

/// What can keep people's words from getting through. The words are stored, shown, and texts are named after them.
enum ProblemKind {
  /// Nothing can be saved.
  WRITES("writes"),
  /// The database doesn't answer questions.
  READS("reads"),
  /// A messenger that is asked for updates doesn't answer, or what it answers can't be kept.
  POLLING("polling"),
  /// A messenger that pushes updates can't get rid of them.
  WEBHOOK("webhook"),
  /// What people wrote isn't handled.
  UPDATES("updates"),
  /// What is owed to people isn't delivered.
  DELIVERIES("deliveries"),
  /// Memory is short, so little comes in.
  MEMORY("memory");

  private final String word;

  ProblemKind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static ProblemKind read(String word) {
    for (ProblemKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(word);
  }
}
