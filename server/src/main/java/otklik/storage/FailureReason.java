package otklik.storage;

import java.sql.SQLException;

/// Why something failed, in one line that may be stored and shown to whoever runs the program: nothing of what people
/// wrote is in it. Messages of exceptions often quote what they stumble over, so only those are kept that don't.
public final class FailureReason {
  private static final int LONGEST = 300;
  private static final int DEEPEST = 50;

  private FailureReason() {}

  public static String of(Throwable failure) {
    Throwable innermost = failure;
    for (int depth = 0; innermost.getCause() != null && depth < DEEPEST; depth++) {
      innermost = innermost.getCause();
    }
    String words = words(innermost);
    String line = innermost.getClass().getSimpleName() + (words.isEmpty() ? "" : ": " + words) + place(failure);
    String clean = line.replaceAll("\\p{Cntrl}+", " ");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }

  private static String words(Throwable failure) {
    return switch (failure) {
      // PostgreSQL, appendix A: class 22 are values that can't be read, which the message quotes.
      case SQLException fault when fault.getSQLState() != null && fault.getSQLState().startsWith("22") ->
          fault.getSQLState();
      case SQLException _, IllegalStateException _, NullPointerException _, StaleRow _, Unavailable _ ->
          String.valueOf(failure.getMessage());
      default -> "";
    };
  }

  /// Where in this program.
  private static String place(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause() == one ? null : one.getCause()) {
      for (StackTraceElement frame : one.getStackTrace()) {
        if (frame.getClassName().startsWith("otklik.") && !frame.getClassName().startsWith("otklik.storage.")) {
          return " at " + frame.getClassName().replaceFirst("\\$.*", "").substring("otklik.".length()) + ":"
              + frame.getLineNumber();
        }
      }
    }
    return "";
  }
}
