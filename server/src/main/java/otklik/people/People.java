package otklik.people;

import static otklik.storage.schema.Tables.PERSON;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.kernel.Ids;
import otklik.kernel.Language;
import otklik.kernel.PersonId;
import otklik.kernel.WorkspaceId;
import otklik.storage.ReadTx;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// The rows of people. What was seen last is remembered, because most messages come from somebody who wrote before.
@Component
public final class People {
  private static final int REMEMBERED = 10_000;

  private final Ids ids;
  private final InstantSource clock;
  private final Cache<Key, Seen> seen = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record Key(WorkspaceId workspace, String messenger, String account) {}

  private record Seen(Author author, Person person) {}

  People(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /// The person behind an account, with the names that the messenger shows now.
  public Person seen(Tx tx, Channel channel, Author author) {
    Key key = new Key(channel.workspace(), channel.messenger(), author.id());
    Seen before = seen.getIfPresent(key);
    if (before != null && before.author().equals(author)) {
      return before.person();
    }
    Person person = find(tx, channel, author.id())
        .map(known -> refreshed(tx, channel, known, author))
        .orElseGet(() -> added(tx, channel, author));
    tx.afterCommit(() -> seen.put(key, new Seen(author, person)));
    return person;
  }

  public Optional<Person> find(ReadTx tx, Channel channel, PersonId id) {
    return fetch(tx, channel, PERSON.ID.eq(id.value()));
  }

  /// Whoever was seen under this account of the messenger.
  public Optional<Person> find(ReadTx tx, Channel channel, String account) {
    return fetch(tx, channel, PERSON.MESSENGER.eq(channel.messenger()).and(PERSON.EXTERNAL_ID.eq(account)));
  }

  /// Whoever was seen last under this name, however it is written. Names are given away and taken by others.
  ///
  /// @param username without the sign before it
  public Optional<Person> called(Tx tx, Channel channel, String username) {
    return select(tx, channel, PERSON.MESSENGER.eq(channel.messenger())
        .and(PERSON.USERNAME.isNotNull())
        .and(DSL.lower(PERSON.USERNAME).eq(username.toLowerCase(Locale.ROOT))))
        .orderBy(PERSON.UPDATED_AT.desc()).limit(1).fetchOptional(People::person);
  }

  public void choosesLanguage(Tx tx, Channel channel, Person person, Language language) {
    tx.sql().update(PERSON)
        .set(PERSON.CHOSEN_LANGUAGE, language.code())
        .set(PERSON.UPDATED_AT, clock.instant())
        .where(PERSON.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(PERSON.ID.eq(person.id().value()))
        .execute();
    forget(tx, channel, person);
  }

  /// The row stays for those that point to it, and tells nothing any more. Whoever comes back is somebody new.
  public void erase(Tx tx, Channel channel, Person person) {
    tx.sql().update(PERSON)
        .set(PERSON.EXTERNAL_ID, Person.ERASED + person.id().value())
        .set(PERSON.NAME, "")
        .setNull(PERSON.USERNAME)
        .setNull(PERSON.LANGUAGE)
        .setNull(PERSON.CHOSEN_LANGUAGE)
        .set(PERSON.UPDATED_AT, clock.instant())
        .where(PERSON.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(PERSON.ID.eq(person.id().value()))
        .execute();
    forget(tx, channel, person);
  }

  /// Notes whether messages can reach the person. True when that is news.
  public boolean becomes(Tx tx, Channel channel, PersonId id, boolean reachable) {
    int changed = tx.sql().update(PERSON)
        .set(PERSON.IS_REACHABLE, reachable)
        .set(PERSON.UPDATED_AT, clock.instant())
        .where(PERSON.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(PERSON.ID.eq(id.value()))
        .and(PERSON.IS_REACHABLE.ne(reachable))
        .execute();
    if (changed == 1) {
      find(tx, channel, id).ifPresent(person -> forget(tx, channel, person));
    }
    return changed == 1;
  }

  private Person refreshed(Tx tx, Channel channel, Person known, Author author) {
    String language = author.language() == null ? known.language() : author.language();
    if (known.name().equals(author.name()) && Objects.equals(known.username(), author.username())
        && Objects.equals(known.language(), language)) {
      return known;
    }
    tx.sql().update(PERSON)
        .set(PERSON.NAME, author.name())
        .set(PERSON.USERNAME, author.username())
        .set(PERSON.LANGUAGE, language)
        .set(PERSON.UPDATED_AT, clock.instant())
        .where(PERSON.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(PERSON.ID.eq(known.id().value()))
        .execute();
    return find(tx, channel, known.id()).orElseThrow();
  }

  private Person added(Tx tx, Channel channel, Author author) {
    PersonId id = new PersonId(ids.next());
    tx.sql().insertInto(PERSON)
        .set(PERSON.ID, id.value())
        .set(PERSON.WORKSPACE_ID, channel.workspace().value())
        .set(PERSON.MESSENGER, channel.messenger())
        .set(PERSON.EXTERNAL_ID, author.id())
        .set(PERSON.NAME, author.name())
        .set(PERSON.USERNAME, author.username())
        .set(PERSON.LANGUAGE, author.language())
        .set(PERSON.IS_REACHABLE, true)
        .set(PERSON.CREATED_AT, clock.instant())
        .set(PERSON.UPDATED_AT, clock.instant())
        .execute();
    return new Person(id, author.id(), author.name(), author.username(), author.language(), true);
  }

  private void forget(Tx tx, Channel channel, Person person) {
    tx.afterCommit(() -> seen.invalidate(new Key(channel.workspace(), channel.messenger(), person.account())));
  }

  private static Optional<Person> fetch(ReadTx tx, Channel channel, Condition which) {
    return select(tx, channel, which).fetchOptional(People::person);
  }

  private static SelectConditionStep<? extends Record> select(ReadTx tx, Channel channel, Condition which) {
    return tx.sql()
        .select(PERSON.ID, PERSON.EXTERNAL_ID, PERSON.NAME, PERSON.USERNAME, PERSON.LANGUAGE, PERSON.CHOSEN_LANGUAGE,
            PERSON.IS_REACHABLE)
        .from(PERSON)
        .where(PERSON.WORKSPACE_ID.eq(channel.workspace().value()))
        .and(which);
  }

  private static Person person(Record row) {
    @Nullable String chosen = row.get(PERSON.CHOSEN_LANGUAGE);
    return new Person(new PersonId(row.get(PERSON.ID)), row.get(PERSON.EXTERNAL_ID), row.get(PERSON.NAME),
        row.get(PERSON.USERNAME), chosen == null ? row.get(PERSON.LANGUAGE) : chosen,
        row.get(PERSON.IS_REACHABLE));
  }
}
