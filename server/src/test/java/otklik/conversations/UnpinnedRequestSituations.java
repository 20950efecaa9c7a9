package otklik.conversations;

import java.time.Duration;
import java.util.List;
import playground.Right;

/// A coordinators' group in which the bot may not pin anything.
final class UnpinnedRequestSituations extends TownSituations {
  UnpinnedRequestSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("a request's card may not be pinned", () -> {
      town.coordinators.promote(town.bot, Right.CAN_MANAGE_TOPICS, Right.CAN_DELETE_MESSAGES);
      prepares("Nana", "Упало дерево").presses("Отправить");
      town.await("the pin to wait",
          () -> town.count("select count(*) from timer where workspace_id = %s and kind = 'emergency.pin'") == 1);
    }).then(() -> town.coordinators.promote(town.bot)).later(Duration.ofMinutes(1),
        () -> town.await("the card to be pinned", () -> card("Упало дерево").pinned())));
  }
}
