package otklik.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.storage.Address;
import otklik.storage.Database;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
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

  private final Dialogs dialogs = new Dialogs(InstantSource.system());
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
      dialogs.end(tx, acme, "7");
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
      dialogs.end(tx, acme, "7");
      return null;
    });
    assertThat(current(other, KINDS)).contains(new Phone("other's"));
  }

  private void goes(Channel channel, Step step) {
    database.writeNow(tx -> {
      dialogs.go(tx, channel, "7", step);
      return null;
    });
  }

  private Optional<Step> current(Channel channel, Map<String, Class<? extends Step>> kinds) {
    return database.<Optional<Step>>writeNow(tx -> dialogs.current(tx, channel, "7", kinds));
  }
}
