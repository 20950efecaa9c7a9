package otklik.conversations;

import java.util.List;
import playground.Right;

/// A bot that has just lost the right to open topics for coordinators. The timers stand still.
final class RightlessTownSituations extends TownSituations {
  RightlessTownSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("the bot may open no topics for requests", () -> {
      town.coordinators.promote(town.bot, Right.CAN_PIN_MESSAGES);
      prepares("Nana", "Упало дерево").presses("Отправить");
      town.await("the trouble to be noted",
          () -> town.count("select count(*) from timer where workspace_id = %s and kind = 'emergency.rehousing'") == 1);
    }).then(() -> cardShows("Упало дерево", "ищем помощь")));
  }
}
