package otklik.erasure;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.Person;
import otklik.storage.Json;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Erases what a person left in portions, each in a transaction of its own, so that others get their turn in between.
/// What is left is a timer that is due: it goes on also after the program was killed.
@Component
final class Portions implements TimerHandler {
  private static final String REST = "erasure.rest";

  private final PersonalDataRegister register;
  private final ChannelErasure channelErasure;
  private final Erasures erasures;
  private final Timers timers;
  private final Deliveries deliveries;

  Portions(PersonalDataRegister register, ChannelErasure channelErasure, Erasures erasures, Timers timers,
      Deliveries deliveries) {
    this.register = register;
    this.channelErasure = channelErasure;
    this.erasures = erasures;
    this.timers = timers;
    this.deliveries = deliveries;
  }

  /// What must be known of a person until they are forgotten.
  ///
  /// @param passed see [Portion#passed], by channel
  private record Rest(long person, String account, @Nullable String language, String chat, long until,
      Map<Long, Long> passed) {
    Visitor visitor(Turn turn) {
      return new Visitor(turn, new Person(new PersonId(person), account, "", null, language, true),
          Place.read(chat));
    }
  }

  /// True when nothing is left: then that is recorded, and the person told.
  boolean erase(Visitor visitor, Portion portion) throws Exception {
    for (Visitor here : register.everywhere(visitor)) {
      if (!channelErasure.erase(here, portion)) {
        goOn(visitor, portion);
        return false;
      }
    }
    erasures.done(visitor.turn(), visitor.person().id());
    tell(visitor, true);
    return true;
  }

  private void goOn(Visitor visitor, Portion portion) {
    Person person = visitor.person();
    timers.set(visitor.turn(), REST, Long.toString(person.id().value()), Json.write(new Rest(person.id().value(),
        person.account(), person.language(), visitor.chat().key(), portion.until(), portion.passed())),
        visitor.turn().now());
  }

  void tell(Visitor visitor, boolean done) throws SQLException {
    deliveries.owe(visitor.turn(), NewDelivery.words(register.of(visitor.channel()).told(visitor, done)));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(REST);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Rest rest = Json.read(timer.data(), Rest.class);
    erase(rest.visitor(turn), new Portion(rest.until(), rest.passed()));
  }
}
