package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Fault;

/// A topic that somebody has deleted, and whose next one isn't there yet.
final class LostTopicSituations extends DeskSituations {
  LostTopicSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("a note waits for another topic", () -> {
      Client olena = hasTicket("Olena");
      Room room = roomOf(olena);
      desk.stage.playground.fault(Fault.tooManyRequests(60).forMethods("createForumTopic").inChat(desk.group.id()));
      room.operator("Marek").hands().deletesTopic();
      olena.chat.blocks();
      desk.await("the note to wait",
          () -> desk.count("select count(*) from timer where workspace_id = %s and kind = 'helpdesk.note'") == 1);
    }).later(Duration.ofSeconds(90), () -> {
      Room room = roomOf(again("Olena"));
      room.shows("Клиент заблокировал бота. Пока он не вернётся");
      desk.settles();
      assertThat(room.texts().stream().filter(text -> text.startsWith("Клиент заблокировал бота. Пока"))).hasSize(1);
    }));
  }
}
