package otklik.conversations;

import java.util.List;
import playground.Message;

/// Coordinators whose group has no topics: requests stand among each other.
final class PlainGroupSituations extends TownSituations {
  PlainGroupSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("requests stand among each other", () -> {
      asks("Nana", "Упало дерево");
      asks("Lia", "Заперта дверь");
      card("Упало дерево");
      card("Заперта дверь");
    }).then(() -> {
      Message card = card("Упало дерево");
      town.coordinator("Nino").in(town.coordinators).replies(card.id(), "Есть ли раненые?");
      Client nana = again("Nana");
      nana.sees("Есть ли раненые?");
      nana.writes("Нет, все целы");
      coordinatorsSee("Нет, все целы");
      again("Lia").writes("Открыли сами");
      cardShows("Заперта дверь", "Открыли сами");
    }));
  }
}
