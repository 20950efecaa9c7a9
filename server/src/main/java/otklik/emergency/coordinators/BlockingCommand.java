package otklik.emergency.coordinators;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.settings.EmergencyPart;
import otklik.kernel.PersonId;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.talk.RoomAction;

/// `/block` and `/unblock` somebody whom the command names, see [Named]: anybody but a coordinator. The text
/// `emergency.<name>.usage` says how to name them.
///
/// @param mustBeNamed even where the topic tells who is meant: what can't be undone isn't done by a word
record BlockingCommand(String name, boolean mustBeNamed, Meant meant, Named named, CommandDoor door,
    Deliveries deliveries) implements EmergencyPart, RoomAction {
  interface Meant {
    /// @param words the person as they may be shown in the group
    RequestCommand by(PersonId person, String words);
  }

  @Configuration(proxyBeanMethods = false)
  static class Both {
    @Bean
    BlockingCommand block(Named named, CommandDoor door, Deliveries deliveries) {
      return new BlockingCommand("block", true, RequestCommand.BlockPerson::new, named, door, deliveries);
    }

    @Bean
    BlockingCommand unblock(Named named, CommandDoor door, Deliveries deliveries) {
      return new BlockingCommand("unblock", false, RequestCommand.UnblockPerson::new, named, door, deliveries);
    }
  }

  @Override
  public void obey(Order order) throws Exception {
    String answer = switch (named.in(order)) {
      case Named.Whom.Somebody _ when order.rest().isEmpty() && mustBeNamed ->
          order.text("emergency." + name + ".unnamed",
              "number", order.ticket() == null ? "" : order.ticket().shownNumber());
      case Named.Whom.Somebody(var person, var words) ->
          door.shown(order.turn(), door.ordered(order, null, meant.by(person, words)));
      case Named.Whom.ACoordinator _ -> order.text("emergency.block.coordinator");
      case Named.Whom.Unknown _ -> order.text("emergency.block.unknown");
      case Named.Whom.Nobody _ -> order.text("emergency." + name + ".usage");
    };
    deliveries.owe(order.turn(), NewDelivery.words(order.answer(answer)));
  }
}
