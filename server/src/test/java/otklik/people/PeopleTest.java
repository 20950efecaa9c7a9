package otklik.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.channels.Author;
import otklik.kernel.Ids;
import otklik.kernel.Language;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.TestChannels;

@ParameterizedClass
@EachDatabase
class PeopleTest {
  private static final Author OLENA = new Author("7", "Olena", "olena", "ru", true);

  @Parameter
  TestDatabases databases;

  private final People people = new People(new Ids(InstantSource.system()));
  private Database database;
  private Channel acme;
  private Channel other;

  @BeforeEach
  void open() {
    Address address = databases.ready();
    database = TestDatabases.open(address);
    Iterator<Channel> channels = TestChannels.in(database, address, "acme", "other").all().iterator();
    acme = channels.next();
    other = channels.next();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void one_account_is_another_person_in_another_workspace() {
    Person here = seen(acme, OLENA);
    Person there = seen(other, new Author("7", "Somebody else", null, "en", true));
    assertThat(here.id()).isNotEqualTo(there.id());
    assertThat(seen(acme, OLENA)).isEqualTo(here);
    assertThat(database.<Boolean>writeNow(tx -> people.find(Turn.of(tx, acme), there.id()).isPresent())).isFalse();
    database.writeNow(tx -> people.becomes(Turn.of(tx, acme), there.id(), false));
    assertThat(seen(other, new Author("7", "Somebody else!", null, "en", true)).reachable()).isTrue();
  }

  @Test
  void names_are_those_that_the_messenger_shows_now() {
    Person before = seen(acme, OLENA);
    Person after = seen(acme, new Author("7", "Olena K.", null, null, true));
    assertThat(after).isEqualTo(new Person(before.id(), "7", "Olena K.", null, "ru", true));
  }

  @Test
  void what_changed_is_not_hidden_by_what_is_remembered() {
    Person olena = seen(acme, OLENA);
    assertThat(database.<Boolean>writeNow(tx -> people.becomes(Turn.of(tx, acme), olena.id(), false))).isTrue();
    assertThat(database.<Boolean>writeNow(tx -> people.becomes(Turn.of(tx, acme), olena.id(), false))).isFalse();
    database.writeNow(tx -> {
      people.choosesLanguage(Turn.of(tx, acme), olena, Language.EN);
      return null;
    });
    assertThat(seen(acme, OLENA)).isEqualTo(new Person(olena.id(), "7", "Olena", "olena", "en", false));
  }

  @Test
  void a_person_of_a_work_that_failed_is_not_remembered() {
    CompletableFuture<Person> failed = database.write(tx -> {
      people.seen(Turn.of(tx, acme), OLENA);
      throw new IllegalStateException("after it met somebody");
    });
    failed.handle((done, failure) -> assertThat(failure).isNotNull()).join();
    Person olena = seen(acme, OLENA);
    assertThat(database.<Boolean>writeNow(tx -> people.find(Turn.of(tx, acme), olena.id()).isPresent())).isTrue();
  }

  private Person seen(Channel channel, Author author) {
    return database.writeNow(tx -> people.seen(Turn.of(tx, channel), author));
  }
}
