package otklik.kernel;

/// A language that texts exist in.
public enum Language {
  RU("ru"),
  EN("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /// Two letters, as in ISO 639-1.
  public String code() {
    return code;
  }
}
