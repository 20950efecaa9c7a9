package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.storage.Tx;

/// `/block`.
@Component
final class Blocking implements RoomCommand {
  private final Named named;
  private final Banning banning;
  private final Deliveries deliveries;

  Blocking(Named named, Banning banning, Deliveries deliveries) {
    this.named = named;
    this.banning = banning;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "block";
  }

  @Override
  public void obey(Tx tx, Order order) throws Exception {
    deliveries.owe(tx, order.channel(), Owed.words(order.answer(done(tx, order, named.in(tx, order)))));
  }

  private String done(Tx tx, Order order, Named.Whom whom) throws Exception {
    return switch (whom) {
      case Named.Whom.Somebody(var id, var words) ->
          order.text(banning.block(tx, order.channel(), id, order.coordinator().id())
              ? "emergency.block.done" : "emergency.block.already", "who", words);
      case Named.Whom.ACoordinator _ -> order.text("emergency.block.coordinator");
      case Named.Whom.Unknown _ -> order.text("emergency.block.unknown");
      case Named.Whom.Nobody _ -> order.text("emergency.block.usage");
    };
  }
}
