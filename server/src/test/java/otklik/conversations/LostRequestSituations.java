package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Fault;
import playground.Media;

/// A request's topic that somebody has deleted, and whose next one isn't there yet.
final class LostRequestSituations extends TownSituations {
  LostRequestSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("a note waits for a request's next topic", () -> {
      Client nana = asks("Nana", "Упало дерево");
      card("Упало дерево");
      town.settles();
      town.stage.playground.fault(
          Fault.tooManyRequests(60).forMethods("createForumTopic").inChat(town.coordinators.id()));
      hands("Nino", "Упало дерево").deletesTopic();
      nana.sends(Media.document("log.txt", "text/plain", new byte[10]));
      town.await("the note to wait",
          () -> town.count("select count(*) from timer where workspace_id = %s and kind = 'emergency.note'") == 1);
    }).later(Duration.ofSeconds(90), () -> {
      cardShows("Упало дерево", "ищем помощь");
      coordinatorsSee("Человек добавил файл");
      town.settles();
      assertThat(town.said(town.coordinators).stream().filter(message -> !message.deleted()
          && message.text().startsWith("Человек добавил файл"))).hasSize(1);
    }));
  }
}
