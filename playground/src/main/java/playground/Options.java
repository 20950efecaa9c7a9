package playground;

import java.nio.file.Path;
import java.time.Duration;

/// How a playground starts.
///
/// @param port 0 for any free one
/// @param limits whether flood limits apply
/// @param latency how long answers are held back (never those of getUpdates)
/// @param dataFile where the world is kept over restarts, or null
/// @param firstUpdateId the first update's id
/// @param time what time it is in this world
public record Options(
    int port, boolean limits, Duration latency, Path dataFile, long firstUpdateId, WorldTime time) {

  /// Any port, no limits, no latency, nothing kept, the real time.
  public static Options defaults() {
    return new Options(0, false, Duration.ZERO, null, 500_001, WorldTime.real());
  }

  public Options port(int value) {
    return new Options(value, limits, latency, dataFile, firstUpdateId, time);
  }

  public Options limits(boolean value) {
    return new Options(port, value, latency, dataFile, firstUpdateId, time);
  }

  public Options latency(Duration value) {
    return new Options(port, limits, value, dataFile, firstUpdateId, time);
  }

  public Options dataFile(Path value) {
    return new Options(port, limits, latency, value, firstUpdateId, time);
  }

  public Options firstUpdateId(long value) {
    return new Options(port, limits, latency, dataFile, value, time);
  }

  public Options time(WorldTime value) {
    return new Options(port, limits, latency, dataFile, firstUpdateId, value);
  }
}
