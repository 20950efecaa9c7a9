package otklik.console.accounts;

import static otklik.storage.schema.Tables.CONSOLE_SESSION;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.storage.Database;
import otklik.storage.Tx;
import otklik.storage.Unavailable;

/// Where users are signed in. Rows, so that a restart signs nobody out and whoever is put out is out at once.
@Component
public final class ConsoleSessions {
  /// Without anything done. A night and a late morning: who comes to work goes on where they were.
  public static final Duration IDLE = Duration.ofHours(16);
  public static final Duration LONGEST = Duration.ofDays(30);

  /// How exactly it is known when somebody was last seen: each page would be a write otherwise.
  private static final Duration TOLERANCE = Duration.ofMinutes(1);
  private static final int LONGEST_AGENT = 300;

  private static final Logger log = LoggerFactory.getLogger(ConsoleSessions.class);

  private final Database database;
  private final InstantSource clock;
  private final Ids ids;

  ConsoleSessions(Database database, InstantSource clock, Ids ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
  }

  /// What the browser is to keep.
  SecretToken begin(Tx tx, UserId user, String address, String agent) {
    SecretToken token = SecretToken.random();
    tx.sql().deleteFrom(CONSOLE_SESSION).where(CONSOLE_SESSION.SEEN_AT.lt(tx.now().minus(IDLE))).execute();
    tx.sql().insertInto(CONSOLE_SESSION)
        .set(CONSOLE_SESSION.ID, ids.next())
        .set(CONSOLE_SESSION.TOKEN, token.hash())
        .set(CONSOLE_SESSION.USER_ID, user.value())
        .set(CONSOLE_SESSION.BEGAN_AT, tx.now())
        .set(CONSOLE_SESSION.SEEN_AT, tx.now())
        .set(CONSOLE_SESSION.ADDRESS, address)
        .set(CONSOLE_SESSION.AGENT, agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)))
        .execute();
    return token;
  }

  /// Whose browser has this token.
  public Optional<ConsoleSession> find(DSLContext sql, String token) {
    return sql.selectFrom(CONSOLE_SESSION)
        .where(CONSOLE_SESSION.TOKEN.eq(SecretToken.hash(token))).and(lasts(clock.instant()))
        .fetchOptional(ConsoleSessions::session);
  }

  /// Whoever is seen goes on being signed in. While nothing can be written they do as well, until it can.
  public void seen(ConsoleSession session) {
    if (session.seenAt().isBefore(clock.instant().minus(TOLERANCE))) {
      try {
        database.writeNow(tx -> tx.sql().update(CONSOLE_SESSION).set(CONSOLE_SESSION.SEEN_AT, tx.now())
            .where(CONSOLE_SESSION.ID.eq(session.id())).execute());
      } catch (Unavailable e) {
        log.warn("when a user of the console was seen can't be kept: {}", e.getMessage());
      }
    }
  }

  /// Latest first.
  public List<ConsoleSession> of(DSLContext sql, UserId user) {
    return sql.selectFrom(CONSOLE_SESSION)
        .where(CONSOLE_SESSION.USER_ID.eq(user.value())).and(lasts(clock.instant()))
        .orderBy(CONSOLE_SESSION.SEEN_AT.desc(), CONSOLE_SESSION.ID.desc()).fetch(ConsoleSessions::session);
  }

  /// One of theirs; nothing happens to others'.
  public void end(Tx tx, UserId user, long session) {
    tx.sql().deleteFrom(CONSOLE_SESSION)
        .where(CONSOLE_SESSION.USER_ID.eq(user.value())).and(CONSOLE_SESSION.ID.eq(session)).execute();
  }

  /// All of theirs but one.
  public void endOthers(Tx tx, UserId user, long session) {
    tx.sql().deleteFrom(CONSOLE_SESSION)
        .where(CONSOLE_SESSION.USER_ID.eq(user.value())).and(CONSOLE_SESSION.ID.ne(session)).execute();
  }

  void endAll(Tx tx, UserId user) {
    tx.sql().deleteFrom(CONSOLE_SESSION).where(CONSOLE_SESSION.USER_ID.eq(user.value())).execute();
  }

  private static Condition lasts(Instant now) {
    return CONSOLE_SESSION.SEEN_AT.ge(now.minus(IDLE)).and(CONSOLE_SESSION.BEGAN_AT.ge(now.minus(LONGEST)));
  }

  private static ConsoleSession session(Record row) {
    return new ConsoleSession(row.get(CONSOLE_SESSION.ID), new UserId(row.get(CONSOLE_SESSION.USER_ID)),
        row.get(CONSOLE_SESSION.BEGAN_AT), row.get(CONSOLE_SESSION.SEEN_AT), row.get(CONSOLE_SESSION.ADDRESS),
        row.get(CONSOLE_SESSION.AGENT));
  }
}
