package otklik.storage;

/// The database can't be reached or refuses to work at the moment. Says nothing about the work that met it: repeat it.
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unavailable(Throwable cause) {
    super("the database is not available: " + cause.getMessage(), cause);
  }
}
