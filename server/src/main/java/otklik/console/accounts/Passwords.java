package otklik.console.accounts;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with 19 MiB and two passes, the least that OWASP's Password Storage Cheat Sheet asks for. Two at a time:
/// more would take the memory that people's words need.
@Component
public final class Passwords {
  /// Characters.
  public static final int SHORTEST = 10;
  /// More is not hashed: it is no password.
  public static final int LONGEST = 200;

  private static final int AT_ONCE = 2;
  private static final Duration WAIT = Duration.ofSeconds(20);

  private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  /// What is compared where there is no such user, so that the answer takes as long as for one who is there.
  private final String nobodys = encoder.encode(SecretToken.random().value());

  /// Too many are being hashed.
  public static final class Busy extends RuntimeException {}

  /// What keeps a password from being a good one.
  public enum Weakness { TOO_SHORT, TOO_LONG, IS_LOGIN }

  public @Nullable Weakness weakness(String login, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Weakness.TOO_SHORT;
    }
    if (password.length() > LONGEST) {
      return Weakness.TOO_LONG;
    }
    return !login.isEmpty() && password.toLowerCase(Locale.ROOT).contains(login) ? Weakness.IS_LOGIN : null;
  }

  /// @throws Busy when too many wait
  String hash(String password) {
    return inTurn(() -> encoder.encode(password));
  }

  /// @param hash null where there is nothing to compare with: then it takes as long, and is false
  /// @throws Busy when too many wait
  boolean matches(String password, @Nullable String hash) {
    boolean equal = password.length() <= LONGEST
        && inTurn(() -> encoder.matches(password, hash == null ? nobodys : hash));
    return equal && hash != null;
  }

  private <T> T inTurn(Supplier<T> hashing) {
    try {
      if (!places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    try {
      return hashing.get();
    } finally {
      places.release();
    }
  }
}
