package otklik.console.accounts;

import static otklik.storage.schema.Tables.CONSOLE_USER;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.kernel.Ids;
import otklik.kernel.Language;
import otklik.storage.Tx;

/// The users of the console.
@Component
public final class UserAccounts {
  /// Characters of a login and of a name.
  public static final int LONGEST_LOGIN = 60;
  public static final int LONGEST_NAME = 100;

  private final Ids ids;

  UserAccounts(Ids ids) {
    this.ids = ids;
  }

  /// As logins are compared.
  public static String folded(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  public Optional<UserAccount> find(DSLContext sql, UserId id) {
    return sql.selectFrom(CONSOLE_USER).where(CONSOLE_USER.ID.eq(id.value())).fetchOptional(UserAccounts::account);
  }

  public Optional<UserAccount> find(DSLContext sql, String login) {
    return sql.selectFrom(CONSOLE_USER).where(CONSOLE_USER.LOGIN.eq(folded(login)))
        .fetchOptional(UserAccounts::account);
  }

  List<UserAccount> all(DSLContext sql, List<UserId> those) {
    return sql.selectFrom(CONSOLE_USER).where(CONSOLE_USER.ID.in(those.stream().map(UserId::value).toList()))
        .orderBy(CONSOLE_USER.NAME, CONSOLE_USER.ID).fetch(UserAccounts::account);
  }

  /// Whether the installation belongs to somebody who can come in.
  boolean hasOwner(DSLContext sql) {
    return sql.fetchExists(CONSOLE_USER,
        CONSOLE_USER.IS_OWNER.eq(true).and(CONSOLE_USER.PASSWORD.isNotNull()).and(CONSOLE_USER.DISABLED_AT.isNull()));
  }

  /// Null when the login is taken.
  @Nullable UserId add(Tx tx, String login, String name, Language language, boolean isOwner) {
    UserId id = new UserId(ids.next());
    int added = tx.sql().insertInto(CONSOLE_USER)
        .set(CONSOLE_USER.ID, id.value())
        .set(CONSOLE_USER.LOGIN, folded(login))
        .set(CONSOLE_USER.NAME, name.strip())
        .set(CONSOLE_USER.LANGUAGE, language.code())
        .set(CONSOLE_USER.IS_OWNER, isOwner)
        .set(CONSOLE_USER.CREATED_AT, tx.now())
        .onConflictDoNothing()
        .execute();
    return added == 1 ? id : null;
  }

  /// Null where none was chosen.
  @Nullable String hash(DSLContext sql, UserId id) {
    return sql.select(CONSOLE_USER.PASSWORD).from(CONSOLE_USER).where(CONSOLE_USER.ID.eq(id.value()))
        .fetchOne(CONSOLE_USER.PASSWORD);
  }

  void setPassword(Tx tx, UserId id, String hash) {
    tx.sql().update(CONSOLE_USER).set(CONSOLE_USER.PASSWORD, hash).where(CONSOLE_USER.ID.eq(id.value())).execute();
  }

  public void setProfile(Tx tx, UserId id, String name, Language language) {
    tx.sql().update(CONSOLE_USER)
        .set(CONSOLE_USER.NAME, name.strip())
        .set(CONSOLE_USER.LANGUAGE, language.code())
        .where(CONSOLE_USER.ID.eq(id.value())).execute();
  }

  void setDisabled(Tx tx, UserId id, @Nullable Instant since) {
    tx.sql().update(CONSOLE_USER).set(CONSOLE_USER.DISABLED_AT, since)
        .where(CONSOLE_USER.ID.eq(id.value())).execute();
  }

  private static UserAccount account(Record row) {
    String code = row.get(CONSOLE_USER.LANGUAGE);
    return new UserAccount(new UserId(row.get(CONSOLE_USER.ID)), row.get(CONSOLE_USER.LOGIN),
        row.get(CONSOLE_USER.NAME),
        Arrays.stream(Language.values()).filter(one -> one.code().equals(code)).findFirst().orElse(Language.EN),
        row.get(CONSOLE_USER.IS_OWNER), row.get(CONSOLE_USER.PASSWORD) != null, row.get(CONSOLE_USER.DISABLED_AT));
  }
}
