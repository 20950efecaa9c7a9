package otklik.kernel;

import java.util.ArrayDeque;
import java.util.Deque;

/// What is closed when all tests of this process are over: one after another, what was opened last first. Hooks of the
/// machine's own run all at once, and a program would lose its database or its messenger while it stops.
public final class AtTheEnd {
  private static final Deque<Closing> CLOSINGS = new ArrayDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtTheEnd::closeAll));
  }

  private AtTheEnd() {}

  @FunctionalInterface
  public interface Closing {
    void close() throws Exception;
  }

  public static synchronized void close(Closing closing) {
    CLOSINGS.push(closing);
  }

  private static synchronized void closeAll() {
    for (Closing closing : CLOSINGS) {
      try {
        closing.close();
      } catch (Exception e) {
        e.printStackTrace();
      }
    }
  }
}
