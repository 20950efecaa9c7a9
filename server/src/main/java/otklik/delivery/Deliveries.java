package otklik.delivery;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.kernel.DeliveryId;
import otklik.kernel.Ids;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Where everybody leaves the calls that a messenger is owed. What is left here in a transaction that commits will be
/// made, in the order of its lane, until it is sent or refused.
@Component
public final class Deliveries {
  private final Outbox outbox;
  private final Departures departures;
  private final Ids ids;
  private final InstantSource clock;

  Deliveries(Outbox outbox, Departures departures, Ids ids, InstantSource clock) {
    this.outbox = outbox;
    this.departures = departures;
    this.ids = ids;
    this.clock = clock;
  }

  public DeliveryId owe(Tx tx, Channel channel, Owed owed) throws SQLException {
    DeliveryId id = new DeliveryId(ids.next());
    Call call = owed.call();
    Delivery delivery = new Delivery(id, channel, call.place().chat(), lane(call, id), owed.priority(), call,
        owed.subject(), false);
    if (owed.replaces() != null) {
      forget(tx, channel, outbox.drop(tx, channel, owed.replaces(), clock.instant()));
    }
    outbox.add(tx, delivery, owed.replaces(), clock.instant());
    tx.afterCommit(() -> departures.of(channel).offer(delivery));
    tx.ifInDoubt(() -> departures.of(channel).suspect(delivery.lane(), delivery.chat()));
    return id;
  }

  /// Takes a call back that turned out to be unnecessary. One that is in the air arrives all the same.
  public void drop(Tx tx, Channel channel, DeliveryId id) throws SQLException {
    forget(tx, channel, outbox.drop(tx, channel, id, clock.instant()));
  }

  /// The place is gone: nothing that is owed there will ever arrive.
  public void dropAll(Tx tx, Channel channel, Place place) throws SQLException {
    forget(tx, channel, outbox.dropLane(tx, channel, place.key(), clock.instant()));
  }

  private void forget(Tx tx, Channel channel, List<Outbox.Dropped> dropped) {
    dropped.forEach(old -> tx.afterCommit(() -> departures.of(channel).dropped(old.lane(), old.id())));
  }

  /// A press is answered beside everything else, and each opening of a topic waits for nobody but itself.
  private static String lane(Call call, DeliveryId id) {
    return switch (call) {
      case Call.AnswerPress press -> "press/" + press.press();
      case Call.OpenTopic opening -> Courier.OPENING + id.value();
      default -> call.place().key();
    };
  }
}
