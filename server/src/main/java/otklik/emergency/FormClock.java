package otklik.emergency;

import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.people.Person;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Reminds whoever has told everything and not sent it, once; and forgets what was begun and left.
@Component
final class FormClock implements TimerHandler {
  static final String REMIND = "remind";
  static final String DROP = "drop";
  private static final String KIND = "emergency.confirm";
  private static final Duration LIFETIME = Duration.ofHours(24);

  private final Dialogs dialogs;
  private final Timers timers;
  private final People people;
  private final PlaceTraces placeTraces;
  private final Deliveries deliveries;

  FormClock(Dialogs dialogs, Timers timers, People people, PlaceTraces placeTraces, Deliveries deliveries) {
    this.dialogs = dialogs;
    this.timers = timers;
    this.people = people;
    this.placeTraces = placeTraces;
    this.deliveries = deliveries;
  }

  void asked(Visitor visitor, Duration patience, String then) {
    timers.set(visitor.turn(), KIND, visitor.chat().key(), then + " " + visitor.person().id().value(),
        visitor.turn().now().plus(patience));
  }

  void stop(Visitor visitor) {
    timers.cancel(visitor.turn(), KIND, visitor.chat().key());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    String[] data = timer.data().split(" ");
    Person person = people.find(turn, new PersonId(Long.parseLong(data[1]))).orElse(null);
    EmergencyStep step = dialogs.current(turn, timer.subject(), EmergencyStep.KINDS).orElse(null);
    if (person == null || step == null) {
      return;
    }
    Visitor visitor = Visitor.of(turn, person, timer.subject());
    if (data[0].equals(REMIND) && step instanceof EmergencyStep.Confirming) {
      dialogs.asked(turn, timer.subject(), deliveries.owe(turn,
          NewDelivery.words(visitor.says(visitor.text("emergency.request.reminder"), RequestForm.choices(visitor)))));
      asked(visitor, LIFETIME, DROP);
    } else if (data[0].equals(DROP) && placeTraces.forgetForm(visitor, step)) {
      dialogs.end(turn, timer.subject());
      deliveries.owe(turn, NewDelivery.words(
          PositionKey.goneFrom(visitor, visitor.text("emergency.request.dropped"))));
    }
  }
}
