package otklik;

import java.time.Duration;
import java.time.InstantSource;
import otklik.channels.telegram.Telegram;
import otklik.storage.Watch;

/// What the program takes from the world around it, so that tests can bring their own.
///
/// @param clock       the wall's clock
/// @param watch       sees every SQL text
/// @param callTimeout how long a call to a messenger may take
/// @param pollTimeout how long an empty poll waits at the messenger
public record Environs(InstantSource clock, Watch watch, Duration callTimeout, Duration pollTimeout) {
  public static Environs real() {
    return new Environs(InstantSource.system(), Watch.NONE, Telegram.CALL_TIMEOUT, Telegram.POLL_TIMEOUT);
  }
}
