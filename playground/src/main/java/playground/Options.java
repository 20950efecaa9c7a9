package playground;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// How a playground starts.
///
/// @param port 0 for any free one
/// @param limits whether flood limits apply
/// @param latency how long answers are held back (never those of getUpdates)
/// @param dataFile where the world is kept over restarts, or null
/// @param firstUpdateId the first update's id
/// @param clock what time it is in this world: dates, limits, the age of callback queries
public record Options(
    int port, boolean limits, Duration latency, Path dataFile, long firstUpdateId, InstantSource clock) {

  /// Any port, no limits, no latency, nothing kept, the real time.
  public static Options defaults() {
    return new Options(0, false, Duration.ZERO, null, 500_001, InstantSource.system());
  }

  public Options port(int value) {
    return new Options(value, limits, latency, dataFile, firstUpdateId, clock);
  }

  public Options limits(boolean value) {
    return new Options(port, value, latency, dataFile, firstUpdateId, clock);
  }

  public Options latency(Duration value) {
    return new Options(port, limits, value, dataFile, firstUpdateId, clock);
  }

  public Options dataFile(Path value) {
    return new Options(port, limits, latency, value, firstUpdateId, clock);
  }

  public Options firstUpdateId(long value) {
    return new Options(port, limits, latency, dataFile, value, clock);
  }

  public Options clock(InstantSource value) {
    return new Options(port, limits, latency, dataFile, firstUpdateId, value);
  }
}
