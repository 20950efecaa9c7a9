package otklik.helpdesk.operators;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.commands.Result;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.people.People;
import otklik.people.Person;
import otklik.rooms.RoomTag;
import otklik.talk.CommandDoor;
import otklik.talk.Order;
import otklik.talk.RoomAction;

/// `/unblock ID`: the id stands in the person's card.
@Component
final class DeskUnblockCommand implements DeskPart, RoomAction {
  private final People people;
  private final CommandDoor door;
  private final Deliveries deliveries;

  DeskUnblockCommand(People people, CommandDoor door, Deliveries deliveries) {
    this.people = people;
    this.door = door;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "unblock";
  }

  @Override
  public boolean isForAdmins() {
    return true;
  }

  @Override
  public void obey(Order order) throws Exception {
    Optional<Person> person = order.ticket() != null && order.rest().isEmpty()
        ? people.find(order.turn(), order.ticket().person())
        : people.find(order.turn(), order.rest());
    if (person.isEmpty()) {
      deliveries.owe(order.turn(), NewDelivery.words(order.answer(order.text("unblock.usage"))));
      return;
    }
    Result result = door.ordered(order, null, new DeskCommand.UnblockPerson(person.get().id()));
    deliveries.owe(order.turn(), NewDelivery.words(order.answer(door.shown(order.turn(), result)))
        .about(RoomTag.LINE.of(order.channel()), person.get().id().value()));
  }
}
