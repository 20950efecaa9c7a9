package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import playground.Fault;
import playground.Media;

/// Calls that wait because the messenger asks for quiet in a person's chat, and then everywhere but in groups.
final class QuietClientSituations extends DeskSituations {
  QuietClientSituations(Desk desk) {
    super(desk);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("an album waits for a client", () -> {
          Client dario = comes("Dario").bound("ACME-1");
          Client clara = hasTicket("Clara");
          Room room = roomOf(clara);
          int wrong = room.operator("Marek").writes("Ой, не сюда");
          clara.sees("Ой, не сюда");
          desk.settles();
          mustBeQuiet(clara);
          mustBeQuiet(dario);
          room.operator("Marek").album(Media.document("1.txt").caption("раз"), Media.document("2.txt").caption("два"));
          desk.await("both files", () -> desk.count(
              "select count(*) from message where workspace_id = %s and album is not null") == 2);
          desk.await("the album to be owed", () -> passes() && owed("say-album") == 1);
          room.operator("Ina").replies(wrong, "/del");
          isOwed("delete", 1);
        }).then(() -> {
          Client clara = again("Clara");
          clara.seesMessage("the album", message -> message.text().equals("два"));
          assertThat(clara.fromBot().stream().filter(message -> message.albumId() != null)).hasSize(2);
          desk.await("the answer to be gone", () -> clara.texts().stream().noneMatch("Ой, не сюда"::equals));
        }),
        Situation.of("a question waits for a client", () -> {
          again("Dario").pressed("Другое");
          isOwed("edit-buttons", 1);
        }).then(() -> {
          Client dario = again("Dario");
          dario.sees("Расскажите, что случилось");
          isAnswered(dario, "Другое");
          dario.writes("Сломалось");
          dario.sees("Можно прикрепить");
        }));
  }

  private void mustBeQuiet(Client client) {
    desk.stage.playground.fault(Fault.tooManyRequests(60).inChat(client.person.id()));
  }
}
