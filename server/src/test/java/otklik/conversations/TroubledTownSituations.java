package otklik.conversations;

import java.time.Duration;
import java.util.List;
import playground.Fault;
import playground.Fault.Kind;

/// A coordinators' group in which no topics are made at the moment.
final class TroubledTownSituations extends TownSituations {
  TroubledTownSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("a request's topic isn't opened", () -> {
      prepares("Nana", "Упало дерево");
      town.settles();
      town.stage.playground.fault(
          Fault.of(Kind.BAD_GATEWAY).forMethods("createForumTopic").inChat(town.coordinators.id()));
      again("Nana").presses("Отправить");
      town.await("it to be tried again later", () -> {
        town.stage.time.advance(Duration.ofSeconds(1));
        return town.count("select count(*) from timer where workspace_id = %s and kind = 'emergency.room'") == 1;
      });
    }).later(Duration.ofMinutes(12), () -> cardShows("Упало дерево", "ищем помощь")));
  }
}
