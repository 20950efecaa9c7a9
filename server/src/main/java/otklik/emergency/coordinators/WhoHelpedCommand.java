package otklik.emergency.coordinators;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.delivery.NewDelivery;
import otklik.emergency.settings.EmergencyPart;
import otklik.people.People;
import otklik.people.Person;
import otklik.talk.Inquiry;
import otklik.talk.RoomQuery;
import otklik.turns.ReadTurn;

/// `/who`: who helped how often, with what `/block` needs of each.
@Component
final class WhoHelpedCommand implements EmergencyPart, RoomQuery {
  private static final int MOST = 40;

  private final Helped helped;
  private final People people;

  WhoHelpedCommand(Helped helped, People people) {
    this.helped = helped;
    this.people = people;
  }

  @Override
  public String name() {
    return "who";
  }

  @Override
  public List<NewDelivery> shown(ReadTurn turn, Inquiry inquiry) throws Exception {
    List<Helped.Often> all = helped.all(turn);
    List<String> lines = new ArrayList<>();
    for (Helped.Often each : all.subList(0, Math.min(MOST, all.size()))) {
      Person person = people.find(turn, each.volunteer()).orElseThrow();
      lines.add(person.isErased()
          ? inquiry.text("emergency.who.erased", "name", inquiry.text("emergency.somebody"), "count", each.times())
          : inquiry.text("emergency.who.line", "name", person.shownName(), "count", each.times(),
              "id", "id" + person.account()));
    }
    if (all.size() > MOST) {
      lines.add(inquiry.text("emergency.who.more", "count", all.size() - MOST));
    }
    return List.of(NewDelivery.words(inquiry.answer(
        lines.isEmpty() ? inquiry.text("emergency.who.nobody") : String.join("\n", lines))));
  }
}
