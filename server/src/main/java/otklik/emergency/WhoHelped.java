package otklik.emergency;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.people.People;
import otklik.people.Person;
import otklik.storage.Tx;

/// `/who`: who helped how often, with what `/block` needs of each.
@Component
final class WhoHelped implements RoomCommand {
  private static final int MOST = 40;

  private final Helped helped;
  private final People people;
  private final Deliveries deliveries;

  WhoHelped(Helped helped, People people, Deliveries deliveries) {
    this.helped = helped;
    this.people = people;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "who";
  }

  @Override
  public void obey(Tx tx, Order order) throws Exception {
    List<Helped.Often> all = helped.all(tx, order.channel());
    List<String> lines = new ArrayList<>();
    for (Helped.Often each : all.subList(0, Math.min(MOST, all.size()))) {
      Person person = people.find(tx, order.channel(), each.volunteer()).orElseThrow();
      lines.add(person.isErased()
          ? order.text("emergency.who.erased", "name", order.text("emergency.somebody"), "count", each.times())
          : order.text("emergency.who.line", "name", person.shownName(), "count", each.times(),
              "id", "id" + person.account()));
    }
    if (all.size() > MOST) {
      lines.add(order.text("emergency.who.more", "count", all.size() - MOST));
    }
    deliveries.owe(tx, order.channel(), Owed.words(order.answer(
        lines.isEmpty() ? order.text("emergency.who.nobody") : String.join("\n", lines))));
  }
}
