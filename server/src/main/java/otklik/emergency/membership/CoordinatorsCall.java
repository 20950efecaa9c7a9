package otklik.emergency.membership;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.channels.Span;
import otklik.delivery.Deliveries;
import otklik.delivery.MovedChats;
import otklik.delivery.NewDelivery;
import otklik.emergency.settings.EmergencySettings;
import otklik.people.People;
import otklik.people.Person;
import otklik.turns.Turn;

/// Calls the coordinators in their group, each by name; whom we have never met is linked by the account's number, which
/// a messenger follows in a group where they are.
@Component
public final class CoordinatorsCall {
  private final People people;
  private final Deliveries deliveries;
  private final MovedChats movedChats;

  CoordinatorsCall(People people, Deliveries deliveries, MovedChats movedChats) {
    this.people = people;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
  }

  public void to(Turn turn, String text) throws Exception {
    to(turn, text, List.of());
  }

  public void to(Turn turn, String text, List<List<Button>> buttons) throws Exception {
    EmergencySettings settings = EmergencySettings.of(turn.channel());
    StringBuilder names = new StringBuilder();
    List<Span> mentions = new ArrayList<>();
    for (String account : settings.coordinators()) {
      Person known = people.find(turn, account).orElse(null);
      String name = known == null ? turn.text("emergency.coordinators.stranger")
          : known.shownName();
      names.append(names.isEmpty() ? "" : ", ");
      if (known == null || known.username() == null) {
        mentions.add(new Span("text_mention", names.length(), name.length(), account));
      }
      names.append(name);
    }
    Place group = Place.chat(movedChats.current(turn.channel(), settings.coordinatorsChat()));
    deliveries.owe(turn, NewDelivery.words(
        new Call.Say(group, new Content.Text(names + "\n" + text, mentions), null, buttons)));
  }
}
