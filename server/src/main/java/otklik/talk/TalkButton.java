package otklik.talk;



/// Buttons that all scenarios have.
public enum TalkButton implements Press.Kind {
  LANGUAGE("language"),
  FORGET("forget"),
  /// Whatever was asked about stays as it is.
  KEEP("keep"),
  /// What was begun is left.
  CANCEL("cancel");

  private final String word;

  TalkButton(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
