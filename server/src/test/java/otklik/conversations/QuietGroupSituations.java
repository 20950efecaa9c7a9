package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Fault;
import playground.Media;
import playground.Trouble;
import playground.Message;
import playground.TopicView;

/// Calls that wait because a group must be quiet: each goes out once, and in its order.
final class QuietGroupSituations extends DeskSituations {
  QuietGroupSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("words wait for a group", () -> {
          Client olena = hasTicket("Olena");
          olena.sends(Media.document("a.txt").caption("снимок"));
          roomOf(olena).shows("снимок");
          for (String name : List.of("Timur", "Nora", "Eve", "Pepe", "Marta")) {
            hasTicket(name);
          }
          roomOf(again("Eve")).operator("Marek").presses("Закрыть");
          desk.await("the topic to be closed", () -> roomOf(again("Eve")).view().closed());
          desk.settles();
          Trouble asking = desk.stage.playground.fault(Fault.tooManyRequests(60).inChat(desk.group.id()));
          olena.writes("раз");
          olena.writes("два");
          olena.sends(Media.voice());
          olena.writes("три");
          isOwed("say", 4);
          desk.isQuietForAll(desk.group.id(), asking);
          desk.stage.time.advance(Duration.ofSeconds(3)); // after a moment only the group must be quiet
        }).then(() -> {
          Room room = roomOf(again("Olena"));
          room.shows("три");
          assertThat(room.fromBot().stream().filter(message -> !message.pinned()).map(Message::type))
              .containsSubsequence("document", "text", "text", "voice", "text");
          assertThat(room.texts()).containsSubsequence("раз", "два", "три").doesNotHaveDuplicates();
        }),
        Situation.of("changes wait for a group", () -> {
          Client olena = again("Olena");
          int shot = olena.chat.messages(message -> message.text().equals("снимок")).getFirst().id();
          olena.chat.edits(shot, "новый снимок");
          isOwed("edit-caption", 1);
          roomOf(again("Timur")).operator("Marek").presses("Взять в работу");
          isOwed("edit-text", 1);
        }).then(() -> {
          Room room = roomOf(again("Olena"));
          desk.await("the caption", () -> room.texts().contains("новый снимок"));
          roomOf(again("Timur")).cardShows("In progress (@marek)");
        }),
        Situation.of("a topic is to be closed", () -> {
          roomOf(again("Nora")).operator("Ina").presses("Закрыть");
          isOwed("close-topic", 1);
        }).then(() -> desk.await("the topic to be closed", () -> roomOf(again("Nora")).view().closed())),
        Situation.of("a topic is to be opened again", () -> {
          roomOf(again("Eve")).operator("Ina").presses("Открыть заново");
          isOwed("reopen-topic", 1);
        }).then(() -> desk.await("the topic to be open", () -> !roomOf(again("Eve")).view().closed())),
        Situation.of("a topic is to be renamed", () -> {
          roomOf(again("Pepe")).operator("Ina").writes("/transfer shop");
          isOwed("rename-topic", 1);
        }).then(() -> desk.await("the new name", () -> roomOf(again("Pepe")).name().contains("| Globex | Shop |"))),
        Situation.of("a topic is to be deleted", () -> {
          Client marta = again("Marta");
          marta.writes("/forget");
          marta.presses("Удалить мои данные");
          marta.sees("Готово, у меня ваших данных больше нет");
          isOwed("delete-topic", 1);
        }).then(() -> desk.await("the topic to be gone",
            () -> desk.topics().stream().filter(TopicView::deleted).count() == 1)),
        Situation.of("a topic is to be made", () -> {
          Client ana = comes("Ana").bound("ACME-1").opensTicket("Другое", "Это Ana");
          ana.writes("И ещё вот что");
          isOwed("open-topic", 1);
        }).later(Duration.ofMinutes(1), () -> {
          Room room = roomOf(again("Ana"));
          room.card();
          room.shows("И ещё вот что");
        }),
        // Whatever is marked is tried at once, and then all must be quiet for a moment.
        Situation.of("a mark waits for a group", () -> {
          Room room = roomOf(again("Olena"));
          room.operator("Ina").writes("Смотрим");
          again("Olena").chat.last();
          isOwed("react", 1);
        }).then(() -> desk.await("the mark", () -> roomOf(again("Olena")).messages().stream().anyMatch(message ->
            message.text().equals("Смотрим") && message.reactions().equals(List.of("👌"))))));
  }
}
