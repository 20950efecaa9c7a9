package otklik.console.accounts;

import static otklik.storage.schema.Tables.CONSOLE_LINK;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Language;
import otklik.storage.Database;
import otklik.storage.Tx;

/// Links by which somebody chooses a password and comes in: once, and for a day. Each replaces those before it. Who
/// uses one is decided by the row that goes.
@Component
public final class SetupLinks {
  public static final Duration LASTS = Duration.ofDays(1);

  private final Database database;
  private final UserAccounts accounts;
  private final ConsoleSessions sessions;
  private final Passwords passwords;
  private final InstantSource clock;

  SetupLinks(Database database, UserAccounts accounts, ConsoleSessions sessions, Passwords passwords,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// For whom a link is.
  public sealed interface Guest {
    /// Whoever becomes the first administrator, and says by which login.
    record First() implements Guest {}

    record Known(UserAccount account) implements Guest {}
  }

  /// @param user null for whoever becomes the first administrator
  SecretToken make(Tx tx, @Nullable UserId user) {
    tx.sql().deleteFrom(CONSOLE_LINK)
        .where(user == null ? CONSOLE_LINK.USER_ID.isNull() : CONSOLE_LINK.USER_ID.eq(user.value())).execute();
    SecretToken token = SecretToken.random();
    tx.sql().insertInto(CONSOLE_LINK)
        .set(CONSOLE_LINK.TOKEN, token.hash())
        .set(CONSOLE_LINK.USER_ID, user == null ? null : user.value())
        .set(CONSOLE_LINK.ENDS_AT, tx.now().plus(LASTS))
        .execute();
    return token;
  }

  /// Empty when it was used, is too old or never was.
  public Optional<Guest> find(String token) {
    return database.read(sql -> sql.selectFrom(CONSOLE_LINK)
        .where(CONSOLE_LINK.TOKEN.eq(SecretToken.hash(token))).and(CONSOLE_LINK.ENDS_AT.gt(clock.instant()))
        .fetchOptional().flatMap(row -> guest(sql, row)));
  }

  private Optional<Guest> guest(DSLContext sql, Record row) {
    Long user = row.get(CONSOLE_LINK.USER_ID);
    return user == null ? Optional.of(new Guest.First())
        : accounts.find(sql, new UserId(user)).filter(account -> !account.isDisabled()).map(Guest.Known::new);
  }

  /// What became of a link that was used.
  public sealed interface Use {
    record In(SecretToken token) implements Use {}

    /// It leads nowhere any more.
    record Gone() implements Use {}

    /// Somebody has that login.
    record LoginTaken() implements Use {}
  }

  /// Whoever has the link becomes the installation's owner.
  ///
  /// @throws Passwords.Busy when too many are being hashed
  public Use useFirst(String token, Newcomer newcomer, String address, String agent) {
    String hash = passwords.hash(newcomer.password());
    return database.writeNow(tx -> {
      if (accounts.find(tx.sql(), newcomer.login()).isPresent()) {
        return new Use.LoginTaken();
      }
      if (!isUsed(tx, token, null) || accounts.hasOwner(tx.sql())) {
        return new Use.Gone();
      }
      UserId id = accounts.add(tx, newcomer.login(), newcomer.name(), newcomer.language(), true);
      accounts.setPassword(tx, id, hash);
      return new Use.In(sessions.begin(tx, id, address, agent));
    });
  }

  /// @param login as they typed it
  public record Newcomer(String login, String name, String password, Language language) {
    @Override
    public String toString() {
      return "Newcomer";
    }
  }

  /// They have a password, and are signed out where they were.
  ///
  /// @throws Passwords.Busy when too many are being hashed
  public Use use(String token, UserAccount account, String password, String address, String agent) {
    String hash = passwords.hash(password);
    return database.writeNow(tx -> {
      if (!isUsed(tx, token, account.id())) {
        return new Use.Gone();
      }
      accounts.setPassword(tx, account.id(), hash);
      sessions.endAll(tx, account.id());
      return new Use.In(sessions.begin(tx, account.id(), address, agent));
    });
  }

  private static boolean isUsed(Tx tx, String token, @Nullable UserId whose) {
    return tx.sql().deleteFrom(CONSOLE_LINK)
        .where(CONSOLE_LINK.TOKEN.eq(SecretToken.hash(token))).and(CONSOLE_LINK.ENDS_AT.gt(tx.now()))
        .and(whose == null ? CONSOLE_LINK.USER_ID.isNull() : CONSOLE_LINK.USER_ID.eq(whose.value()))
        .execute() == 1;
  }
}
