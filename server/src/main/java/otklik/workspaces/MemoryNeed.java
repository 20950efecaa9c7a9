package otklik.workspaces;

import java.util.List;
import otklik.settings.SettingPosition;
import otklik.settings.WrongConfiguration;

/// How much heap an installation needs at least. Measured: docs/performance.md tells with what.
public final class MemoryNeed {
  /// Without any channel, and with something to work with.
  private static final long BASE = 64L << 20;
  /// A channel that waits for updates, with its connection, and what it does at a start.
  private static final long FOR_EACH = 160L << 10;
  private static final long STEP = 64;

  private MemoryNeed() {}

  /// @param heap bytes that the program may have
  /// @throws WrongConfiguration when it could not even begin with that
  public static void check(Installation installation, long heap) {
    long channels = installation.workspaces().stream().mapToLong(workspace -> workspace.channels().size()).sum();
    long needed = BASE + channels * FOR_EACH;
    if (heap < needed) {
      throw new WrongConfiguration(List.of(SettingPosition.ENVIRONMENT + ": HEAP: " + (heap >> 20) + "m of memory are too little for "
          + channels + " channels: set HEAP=" + enough(needed) + "m or more (docs/operating.md)"));
    }
  }

  /// A little more than that, and a round number.
  private static long enough(long needed) {
    long megabytes = (needed + needed / 8) >> 20;
    return (megabytes + STEP) / STEP * STEP;
  }
}
