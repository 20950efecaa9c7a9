package otklik.storage;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import otklik.kernel.Background;

/// Removes what isn't kept any longer, a few rows at a time, so that nobody else waits for it. It begins soon after the
/// start and goes on as long as there is more.
///
/// Which rows that are is asked on a reader, for all workspaces at once: many workspaces aren't walked through one by
/// one, over each other's rows. What is written names its workspace.
public final class Cleaning {
  /// A few milliseconds of the writer.
  public static final int ROWS_AT_ONCE = 500;
  private static final Duration AFTER_THE_START = Duration.ofSeconds(10);
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final Duration WHEN_DONE = Duration.ofMinutes(10);

  private final Background background;
  private final BooleanSupplier part;

  private Cleaning(Background background, BooleanSupplier part) {
    this.background = background;
    this.part = part;
  }

  /// @param part removes at most [#ROWS_AT_ONCE]; true when more may be left
  public static void begin(Background background, BooleanSupplier part) {
    Cleaning cleaning = new Cleaning(background, part);
    background.after(AFTER_THE_START, cleaning::clean);
  }

  private void clean() {
    boolean more = false;
    try {
      more = part.getAsBoolean();
    } finally {
      background.after(more ? BETWEEN : WHEN_DONE, this::clean);
    }
  }
}
