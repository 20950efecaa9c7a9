package otklik.erasure;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.Person;
import otklik.storage.Json;
import otklik.storage.Tx;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.timers.Timers;

/// Erases what a person left in portions, each in a transaction of its own, so that others get their turn in between.
/// What is left is a timer that is due: it goes on also after the program was killed.
@Component
final class Portions implements Alarm {
  private static final String REST = "erasure.rest";

  private final Erasers erasers;
  private final Erasures erasures;
  private final Timers timers;
  private final Deliveries deliveries;
  private final InstantSource clock;

  Portions(Erasers erasers, Erasures erasures, Timers timers, Deliveries deliveries, InstantSource clock) {
    this.erasers = erasers;
    this.erasures = erasures;
    this.timers = timers;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /// What must be known of a person until they are forgotten.
  ///
  /// @param passed see [Portion#passed], by channel
  private record Rest(long person, String account, @Nullable String language, String chat, long until,
      Map<Long, Long> passed) {
    Visitor visitor(Timer timer) {
      return new Visitor(timer.channel(), new Person(new PersonId(person), account, "", null, language, true),
          Place.read(chat));
    }
  }

  /// True when nothing is left: then that is recorded, and the person told.
  boolean erase(Tx tx, Visitor visitor, Portion portion) throws Exception {
    for (Visitor here : erasers.everywhere(visitor)) {
      if (!erasers.of(here.channel()).erase(tx, here, portion)) {
        goOn(tx, visitor, portion);
        return false;
      }
    }
    erasures.done(tx, visitor.channel(), visitor.person().id());
    tell(tx, visitor, true);
    return true;
  }

  private void goOn(Tx tx, Visitor visitor, Portion portion) {
    Person person = visitor.person();
    timers.set(tx, visitor.channel(), REST, Long.toString(person.id().value()), Json.write(new Rest(person.id().value(),
        person.account(), person.language(), visitor.chat().key(), portion.until(), portion.passed())), clock.instant());
  }

  void tell(Tx tx, Visitor visitor, boolean done) throws SQLException {
    deliveries.owe(tx, visitor.channel(), Owed.words(erasers.of(visitor.channel()).told(visitor, done)));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(REST);
  }

  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    Rest rest = Json.read(timer.data(), Rest.class);
    erase(tx, rest.visitor(timer), new Portion(rest.until(), rest.passed()));
  }
}
