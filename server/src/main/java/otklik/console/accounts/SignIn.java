package otklik.console.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.storage.Database;

/// Lets users in by their password.
@Component
public final class SignIn {
  private final Database database;
  private final UserAccounts accounts;
  private final Passwords passwords;
  private final SignInAttempts attempts;
  private final ConsoleSessions sessions;

  SignIn(Database database, UserAccounts accounts, Passwords passwords, SignInAttempts attempts,
      ConsoleSessions sessions) {
    this.database = database;
    this.accounts = accounts;
    this.passwords = passwords;
    this.attempts = attempts;
    this.sessions = sessions;
  }

  /// What became of it. Whether the login, the password or the right to come in was missing, nobody is told.
  public sealed interface Attempt {
    record SignedIn(SecretToken token) implements Attempt {}

    record Wrong() implements Attempt {}

    /// They have tried too often.
    record TooOften(Instant until) implements Attempt {}
  }

  /// @throws Passwords.Busy when too many are being let in
  public Attempt with(String login, String password, String address, String agent) {
    String folded = UserAccounts.folded(login);
    Instant until = database.writeNow(tx -> attempts.begin(tx, folded, address));
    if (until != null) {
      return new Attempt.TooOften(until);
    }
    Optional<UserAccount> account = database.read(sql -> accounts.find(sql, folded));
    @Nullable String hash = account.map(one -> database.read(sql -> accounts.hash(sql, one.id()))).orElse(null);
    if (!passwords.matches(password, hash) || account.isEmpty() || account.get().isDisabled()) {
      return new Attempt.Wrong();
    }
    return new Attempt.SignedIn(database.writeNow(tx -> {
      attempts.succeeded(tx, folded, address);
      return sessions.begin(tx, account.get().id(), address, agent);
    }));
  }

  /// Whether it is theirs, for what is asked once more before it is done. Guessing counts here as it does at the door.
  ///
  /// @throws Passwords.Busy when too many are being hashed
  public boolean isPassword(UserAccount account, String password, String address) {
    if (database.writeNow(tx -> attempts.begin(tx, account.login(), address)) != null
        || !passwords.matches(password, database.read(sql -> accounts.hash(sql, account.id())))) {
      return false;
    }
    database.writeNow(tx -> {
      attempts.succeeded(tx, account.login(), address);
      return null;
    });
    return true;
  }

  /// They are signed out everywhere else.
  ///
  /// @throws Passwords.Busy when too many are being hashed
  public void changePassword(UserId user, String password, long session) {
    String hash = passwords.hash(password);
    database.writeNow(tx -> {
      accounts.setPassword(tx, user, hash);
      sessions.endOthers(tx, user, session);
      return null;
    });
  }
}
