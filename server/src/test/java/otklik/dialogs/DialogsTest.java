package otklik.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.kernel.DeliveryId;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.TestChannels;

@ParameterizedClass
@EachDatabase
class DialogsTest {
  private record Phone(String number) implements Step {
    @Override
    public String tag() {
      return "test.phone.v1";
    }
  }

  private record Home(String street, Phone phone) implements Step {
    @Override
    public String tag() {
      return "test.address.v1";
    }
  }

  private static final Map<String, Class<? extends Step>> KINDS =
      Map.of("test.phone.v1", Phone.class, "test.address.v1", Home.class);

  @Parameter
  TestDatabases databases;

  private final List<Long> taken = new ArrayList<>();
  private final Dialogs dialogs =
      new Dialogs((turn, said) -> taken.add(said.value()));
  private Address address;
  private Database database;
  private Channel acme;
  private Channel other;

  @BeforeEach
  void begin() {
    address = databases.ready();
    open();
  }

  private void open() {
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
  void a_restart_in_the_middle_goes_on_where_it_was() {
    goes(acme, new Phone("+7"));
    goes(acme, new Home("Main", new Phone("+7")));
    database.close();
    open();
    assertThat(current(acme, KINDS)).contains(new Home("Main", new Phone("+7")));
  }

  @Test
  void a_step_that_nobody_knows_any_more_counts_as_none() {
    goes(acme, new Phone("+7"));
    assertThat(current(acme, Map.of("test.address.v1", Home.class))).isEmpty();
    goes(acme, new Home("Main", new Phone("+7")));
    assertThat(current(acme, KINDS)).isPresent();
  }

  @Test
  void a_dialog_that_ended_is_over() {
    goes(acme, new Phone("+7"));
    database.writeNow(tx -> {
      dialogs.end(Turn.of(tx, acme), "7");
      return null;
    });
    assertThat(current(acme, KINDS)).isEmpty();
  }

  @Test
  void the_same_person_is_in_different_forms_of_different_workspaces() {
    goes(acme, new Phone("acme's"));
    goes(other, new Phone("other's"));
    assertThat(current(acme, KINDS)).contains(new Phone("acme's"));
    database.writeNow(tx -> {
      dialogs.end(Turn.of(tx, acme), "7");
      return null;
    });
    assertThat(current(other, KINDS)).contains(new Phone("other's"));
  }

  @Test
  void only_the_question_that_is_asked_now_has_keys() {
    goes(acme, new Phone("?"));
    asked(acme, new DeliveryId(1));
    goes(acme, new Phone("+7"));
    assertThat(taken).isEmpty();
    asked(acme, new DeliveryId(2));
    assertThat(taken).containsExactly(1L);
    asked(acme, null);
    asked(acme, new DeliveryId(3));
    assertThat(taken).containsExactly(1L, 2L);
    database.writeNow(tx -> {
      dialogs.end(Turn.of(tx, other), "7");
      dialogs.end(Turn.of(tx, acme), "7");
      dialogs.end(Turn.of(tx, acme), "7");
      return null;
    });
    assertThat(taken).containsExactly(1L, 2L, 3L);
  }

  private void asked(Channel channel, @Nullable DeliveryId question) {
    database.writeNow(tx -> {
      dialogs.asked(Turn.of(tx, channel), "7", question);
      return null;
    });
  }

  private void goes(Channel channel, Step step) {
    database.writeNow(tx -> {
      dialogs.go(Turn.of(tx, channel), "7", step);
      return null;
    });
  }

  private Optional<Step> current(Channel channel, Map<String, Class<? extends Step>> kinds) {
    return database.<Optional<Step>>writeNow(tx -> dialogs.current(Turn.of(tx, channel), "7", kinds));
  }
}
