package otklik.people;

import static otklik.storage.schema.Tables.PERSON;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.kernel.Ids;
import otklik.kernel.Language;
import otklik.kernel.PersonId;
import otklik.kernel.WorkspaceId;
import otklik.storage.Statement;
import otklik.turns.ReadTurn;
import otklik.turns.Turn;

/// The rows of people. What was seen last is remembered, because most messages come from somebody who wrote before.
@Component
public final class People {
  private static final int REMEMBERED = 10_000;
  private static final String COLUMNS = """
      select id, external_id, name, username, coalesce(chosen_language, language), is_reachable from person
      where workspace_id = ?
      """;
  private static final Statement BY_ID = Statement.of(COLUMNS + " and id = ?");
  private static final Statement BY_ACCOUNT = Statement.of(COLUMNS + " and messenger = ? and external_id = ?");
  private static final Statement BY_USERNAME = Statement.of(COLUMNS + """
       and messenger = ? and username is not null and lower(username) = ? order by updated_at desc limit 1
      """);

  private final Ids ids;
  private final Cache<Key, Seen> seen = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record Key(WorkspaceId workspace, String messenger, String account) {}

  private record Seen(Author author, Person person) {}

  People(Ids ids) {
    this.ids = ids;
  }

  /// @param renamed whether they had another name, or another username, when they were seen last
  public record Sight(Person person, boolean renamed) {}

  /// The person behind an account, with the names that the messenger shows now.
  public Person seen(Turn turn, Author author) {
    return sight(turn, author).person();
  }

  /// Likewise, for those who show people's names somewhere.
  public Sight sight(Turn turn, Author author) {
    Key key = new Key(turn.workspace(), turn.channel().messenger().name(), author.id());
    Seen before = seen.getIfPresent(key);
    if (before != null && before.author().equals(author)) {
      return new Sight(before.person(), false);
    }
    Optional<Person> known = find(turn, author.id());
    Person person = known.isPresent() ? refreshed(turn, known.get(), author) : added(turn, author);
    turn.afterCommit(() -> seen.put(key, new Seen(author, person)));
    return new Sight(person, known.isPresent() && (!known.get().name().equals(person.name())
        || !Objects.equals(known.get().username(), person.username())));
  }

  public Optional<Person> find(ReadTurn turn, PersonId id) {
    return turn.first(BY_ID, People::person, turn.workspace().value(), id.value());
  }

  /// Whoever was seen under this account of the messenger.
  public Optional<Person> find(ReadTurn turn, String account) {
    return turn.first(BY_ACCOUNT, People::person, turn.workspace().value(), turn.channel().messenger().name(), account);
  }

  /// Whoever was seen last under this name, however it is written. Names are given away and taken by others.
  ///
  /// @param username without the sign before it
  public Optional<Person> called(Turn turn, String username) {
    return turn.first(BY_USERNAME, People::person, turn.workspace().value(), turn.channel().messenger().name(),
        username.toLowerCase(Locale.ROOT));
  }

  public void choosesLanguage(Turn turn, Person person, Language language) {
    turn.sql().update(PERSON)
        .set(PERSON.CHOSEN_LANGUAGE, language.code())
        .set(PERSON.UPDATED_AT, turn.now())
        .where(PERSON.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(PERSON.ID.eq(person.id().value()))
        .execute();
    forget(turn, person);
  }

  /// The row stays for those that point to it, and tells nothing any more. Whoever comes back is somebody new.
  public void erase(Turn turn, Person person) {
    turn.sql().update(PERSON)
        .set(PERSON.EXTERNAL_ID, Person.ERASED + person.id().value())
        .set(PERSON.NAME, "")
        .setNull(PERSON.USERNAME)
        .setNull(PERSON.LANGUAGE)
        .setNull(PERSON.CHOSEN_LANGUAGE)
        .set(PERSON.UPDATED_AT, turn.now())
        .where(PERSON.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(PERSON.ID.eq(person.id().value()))
        .execute();
    forget(turn, person);
  }

  /// Notes whether messages can reach the person. True when that is news.
  public boolean becomes(Turn turn, PersonId id, boolean reachable) {
    int changed = turn.sql().update(PERSON)
        .set(PERSON.IS_REACHABLE, reachable)
        .set(PERSON.UPDATED_AT, turn.now())
        .where(PERSON.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(PERSON.ID.eq(id.value()))
        .and(PERSON.IS_REACHABLE.ne(reachable))
        .execute();
    if (changed == 1) {
      find(turn, id).ifPresent(person -> forget(turn, person));
    }
    return changed == 1;
  }

  private Person refreshed(Turn turn, Person known, Author author) {
    String language = author.language() == null ? known.language() : author.language();
    if (known.name().equals(author.name()) && Objects.equals(known.username(), author.username())
        && Objects.equals(known.language(), language)) {
      return known;
    }
    turn.sql().update(PERSON)
        .set(PERSON.NAME, author.name())
        .set(PERSON.USERNAME, author.username())
        .set(PERSON.LANGUAGE, language)
        .set(PERSON.UPDATED_AT, turn.now())
        .where(PERSON.WORKSPACE_ID.eq(turn.workspace().value()))
        .and(PERSON.ID.eq(known.id().value()))
        .execute();
    return find(turn, known.id()).orElseThrow();
  }

  private Person added(Turn turn, Author author) {
    PersonId id = new PersonId(ids.next());
    turn.sql().insertInto(PERSON)
        .set(PERSON.ID, id.value())
        .set(PERSON.WORKSPACE_ID, turn.workspace().value())
        .set(PERSON.MESSENGER, turn.channel().messenger().name())
        .set(PERSON.EXTERNAL_ID, author.id())
        .set(PERSON.NAME, author.name())
        .set(PERSON.USERNAME, author.username())
        .set(PERSON.LANGUAGE, author.language())
        .set(PERSON.IS_REACHABLE, true)
        .set(PERSON.CREATED_AT, turn.now())
        .set(PERSON.UPDATED_AT, turn.now())
        .execute();
    return new Person(id, author.id(), author.name(), author.username(), author.language(), true);
  }

  private void forget(Turn turn, Person person) {
    turn.afterCommit(() ->
        seen.invalidate(new Key(turn.workspace(), turn.channel().messenger().name(), person.account())));
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(new PersonId(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4),
        row.getString(5), row.getBoolean(6));
  }
}
