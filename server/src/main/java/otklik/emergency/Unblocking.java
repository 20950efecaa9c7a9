package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.storage.Tx;

/// `/unblock`.
@Component
final class Unblocking implements RoomCommand {
  private final Named named;
  private final Banning banning;
  private final Deliveries deliveries;

  Unblocking(Named named, Banning banning, Deliveries deliveries) {
    this.named = named;
    this.banning = banning;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "unblock";
  }

  @Override
  public void obey(Tx tx, Order order) throws Exception {
    deliveries.owe(tx, order.channel(), Owed.words(order.answer(done(tx, order, named.in(tx, order)))));
  }

  private String done(Tx tx, Order order, Named.Whom whom) throws Exception {
    return switch (whom) {
      case Named.Whom.Somebody(var id, var words) ->
          order.text(banning.unblock(tx, order.channel(), id, order.coordinator().id())
              ? "emergency.unblock.done" : "emergency.unblock.was-not", "who", words);
      case Named.Whom.ACoordinator _ -> order.text("emergency.block.coordinator");
      case Named.Whom.Unknown _ -> order.text("emergency.block.unknown");
      case Named.Whom.Nobody _ -> order.text("emergency.unblock.usage");
    };
  }
}
