package otklik;

/// Something around the program doesn't let it start. The message is for the person who started it.
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotStart(String message) {
    super(message);
  }
}
