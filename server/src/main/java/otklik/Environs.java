package otklik;

import java.time.Duration;
import otklik.channels.Network;
import otklik.kernel.Heap;
import otklik.kernel.TimeSource;
import otklik.storage.SqlListener;

/// What the program takes from the world around it, so that tests can bring their own.
///
/// @param time        the only time there is
/// @param heap        the memory there is
/// @param watch       sees every SQL text
/// @param callTimeout how long a call to a messenger may take
/// @param pollTimeout how long an empty poll waits at the messenger
public record Environs(TimeSource time, Heap heap, SqlListener watch, Duration callTimeout, Duration pollTimeout) {
  public static Environs real() {
    return new Environs(new SystemTime(), new SystemHeap(), SqlListener.NONE, Network.CALL_TIMEOUT,
        Network.POLL_TIMEOUT);
  }
}
