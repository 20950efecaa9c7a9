package otklik.console.accounts;

import static otklik.storage.schema.Tables.CONSOLE_ATTEMPT;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.storage.Tx;

/// Slows whoever guesses. Each try is a row before the password is looked at, so that many at once count like many one
/// after another; what led in is forgotten. Who is guessed at from elsewhere can go on coming in from where they are:
/// the tight limit is on a login from one address.
@Component
final class SignInAttempts {
  /// How long a try counts.
  static final Duration LATELY = Duration.ofMinutes(15);

  private static final int OF_LOGIN_AND_ADDRESS = 5;
  private static final int OF_ADDRESS = 30;
  private static final int OF_LOGIN = 100;
  private static final Duration KEPT = Duration.ofDays(1);

  private final Ids ids;

  SignInAttempts(Ids ids) {
    this.ids = ids;
  }

  /// Counts a try. Null when it may be made, else until when none may.
  @Nullable Instant begin(Tx tx, String login, String address) {
    tx.sql().deleteFrom(CONSOLE_ATTEMPT).where(CONSOLE_ATTEMPT.TRIED_AT.lt(tx.now().minus(KEPT))).execute();
    String who = SecretToken.hash(login);
    Instant until = latest(
        until(tx, CONSOLE_ATTEMPT.LOGIN.eq(who).and(CONSOLE_ATTEMPT.ADDRESS.eq(address)), OF_LOGIN_AND_ADDRESS),
        latest(until(tx, CONSOLE_ATTEMPT.ADDRESS.eq(address), OF_ADDRESS),
            until(tx, CONSOLE_ATTEMPT.LOGIN.eq(who), OF_LOGIN)));
    if (until == null) {
      tx.sql().insertInto(CONSOLE_ATTEMPT)
          .set(CONSOLE_ATTEMPT.ID, ids.next())
          .set(CONSOLE_ATTEMPT.LOGIN, who)
          .set(CONSOLE_ATTEMPT.ADDRESS, address)
          .set(CONSOLE_ATTEMPT.TRIED_AT, tx.now())
          .execute();
    }
    return until;
  }

  /// It was them.
  void succeeded(Tx tx, String login, String address) {
    tx.sql().deleteFrom(CONSOLE_ATTEMPT)
        .where(CONSOLE_ATTEMPT.LOGIN.eq(SecretToken.hash(login))).and(CONSOLE_ATTEMPT.ADDRESS.eq(address)).execute();
  }

  /// When the earliest of the last ones that make the limit counts no more.
  private static @Nullable Instant until(Tx tx, Condition whose, int limit) {
    Instant earliest = tx.sql().select(CONSOLE_ATTEMPT.TRIED_AT).from(CONSOLE_ATTEMPT)
        .where(whose).and(CONSOLE_ATTEMPT.TRIED_AT.gt(tx.now().minus(LATELY)))
        .orderBy(CONSOLE_ATTEMPT.TRIED_AT.desc()).limit(1).offset(limit - 1)
        .fetchOne(CONSOLE_ATTEMPT.TRIED_AT);
    return earliest == null ? null : earliest.plus(LATELY);
  }

  private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
    return one == null ? other : other == null || one.isAfter(other) ? one : other;
  }
}
