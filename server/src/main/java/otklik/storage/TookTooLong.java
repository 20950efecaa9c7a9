package otklik.storage;

/// A reading was ended because its time was over. Says nothing about the database: others are served as before.
public final class TookTooLong extends RuntimeException {
  private static final long serialVersionUID = 1;

  TookTooLong() {
    super("the reading took too long and was ended");
  }
}
