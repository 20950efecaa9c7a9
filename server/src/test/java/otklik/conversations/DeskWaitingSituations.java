package otklik.conversations;

import java.util.List;
import playground.Fault;
import playground.Group;
import playground.Media;

/// What waits at a desk when the program is replaced: it never settles there any more.
final class DeskWaitingSituations extends DeskSituations {
  DeskWaitingSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("the bot was taken into a strange group", () -> {
          strangers().promote(desk.bot);
          desk.await("a moment to be waited", () -> desk.count(
              "select count(*) from timer where workspace_id = %s and kind = 'helpdesk.strange-group'") == 1);
        }).then(() -> desk.await("the group to be told", () -> strangers().history().stream()
            .anyMatch(message -> message.text().contains(Long.toString(strangers().id()))))),
        Situation.of("an album has only begun to come", () -> {
          Client simon = hasTicket("Simon");
          simon.chat.album(Media.document("1.txt").caption("раз"), Media.document("2.txt").caption("два"));
          desk.await("the album to wait",
              () -> desk.count("select count(*) from album_waiting where workspace_id = %s") > 0);
        }).then(() -> {
          Room room = roomOf(again("Simon"));
          room.showsMessage("the first file", message -> message.text().equals("раз") && message.albumId() != null);
          room.showsMessage("the second file", message -> message.text().equals("два") && message.albumId() != null);
        }),
        Situation.of("a press isn't answered yet", () -> {
          Client ursula = comes("Ursula").bound("ACME-1");
          desk.stage.playground.fault(Fault.of(Fault.Kind.SILENCE).forMethods("answerCallbackQuery").times(1));
          ursula.pressed("Другое");
          ursula.sees("Расскажите, что случилось");
          isOwed("answer-press", 1);
        }).then(() -> {
          Client ursula = again("Ursula");
          ursula.writes("Сломалось");
          ursula.sees("Можно прикрепить");
        }));
  }

  private Group strangers() {
    return desk.stage.playground.supergroup(desk.group.id() - 900_000, "Strangers");
  }
}
