package otklik.emergency;

import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.kernel.PersonId;
import otklik.talk.Order;
import otklik.talk.RoomAction;

/// A command about somebody whom it names, see [Named]: about anybody but a coordinator. The text
/// `emergency.<name>.usage` says how to name them.
abstract class CommandOnSomebody implements EmergencyPart, RoomAction {
  private final Named named;
  private final Deliveries deliveries;

  CommandOnSomebody(Named named, Deliveries deliveries) {
    this.named = named;
    this.deliveries = deliveries;
  }

  /// @param words the person as they may be shown in the group
  /// @return what the coordinator is told
  abstract String done(Order order, PersonId person, String words) throws Exception;

  /// Whether somebody must be named even where the topic tells who is meant: what can't be undone isn't done by a word.
  boolean mustBeNamed() {
    return false;
  }

  @Override
  public final void obey(Order order) throws Exception {
    String answer = switch (named.in(order)) {
      case Named.Whom.Somebody _ when order.rest().isEmpty() && mustBeNamed() ->
          order.text("emergency." + name() + ".unnamed", "number", order.ticket() == null ? "" : order.ticket().shownNumber());
      case Named.Whom.Somebody(var person, var words) -> done(order, person, words);
      case Named.Whom.ACoordinator _ -> order.text("emergency.block.coordinator");
      case Named.Whom.Unknown _ -> order.text("emergency.block.unknown");
      case Named.Whom.Nobody _ -> order.text("emergency." + name() + ".usage");
    };
    deliveries.owe(order.turn(), NewDelivery.words(order.answer(answer)));
  }
}
