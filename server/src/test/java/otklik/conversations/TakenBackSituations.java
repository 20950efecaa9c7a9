package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import playground.Fault;
import playground.Media;
import playground.Message;

/// What leads to somebody stands in their helper's chat, and leaves it.
final class TakenBackSituations extends TownSituations {
  TakenBackSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("what leads to somebody stands in a chat", () -> isFound("Nana", "Ana", "Нога")).then(() -> {
          Client nana = again("Nana");
          Client ana = again("Ana");
          ana.presses("Выполнена");
          nana.sees("Это так?");
          nana.presses("Спасибо, помогли");
          nana.sees("пару слов");
          town.settles();
          isNowhere(ana);
          assertThat(ana.fromBot()).anyMatch(message -> message.type().equals("voice"));
        }),
        Situation.of("what leads to somebody couldn't leave a chat", () -> {
          Client tea = isFound("Tea", "Koba", "Упало дерево");
          Client koba = again("Koba");
          town.stage.playground.fault(Fault.refusal("message can't be deleted").forMethods("deleteMessage")
              .inChat(koba.person.id()));
          tea.presses("Отменить просьбу");
          tea.presses("Да, отменить");
          koba.sees("Удалите его, пожалуйста, сами");
          town.settles();
        }).then(() -> {
          assertThat(again("Koba").texts()).anyMatch(text -> text.contains("Здесь было сказанное по просьбе"))
              .noneMatch(text -> text.contains("код 4") || text.contains("Чавчавадзе"));
        }),
        Situation.of("what leads to somebody waits to leave a chat", () -> {
          Client lia = isFound("Lia", "Gia", "Заперта дверь");
          Client gia = again("Gia");
          town.stage.playground.fault(Fault.tooManyRequests(60).forMethods("deleteMessage").inChat(gia.person.id()));
          lia.presses("Отменить просьбу");
          lia.presses("Да, отменить");
          town.await("it to be owed", () -> town.count("select count(*) from delivery where workspace_id = %s"
              + " and state = 'pending' and subject like 'emergency.take-back%%'") > 1);
        }).then(() -> {
          town.settles();
          isNowhere(again("Gia"));
        }));
  }

  private Client isFound(String asker, String helper, String story) {
    Client helps = volunteer(helper);
    Client client = tells(asker, story);
    client.sends(file());
    client.sees("Добавили. Где вы?");
    int address = client.writes("Чавчавадзе 14");
    client.sees("Проверьте, пожалуйста");
    sends(client);
    takes(helps, story);
    client.chat.edits(address, "Чавчавадзе 16");
    helps.sees("исправил адрес — Чавчавадзе 16");
    client.sends(Media.location(41.7000, 44.8000));
    helps.seesMessage("where they are", message -> message.type().equals("location"));
    helps.sends(Media.location(41.6900, 44.7900));
    client.seesMessage("where the helper is", message -> message.type().equals("location"));
    int code = client.writes("Подъезд 3, код 45");
    helps.sees("Подъезд 3, код 45");
    client.chat.edits(code, "Подъезд 3, код 46");
    helps.sees("Исправлено: Подъезд 3, код 46");
    int told = client.chat.messages(message -> message.text().equals(story)).getFirst().id();
    client.chat.edits(told, story + ", код 47");
    helps.sees("код 47");
    client.sends(Media.voice());
    client.sends(file());
    client.writes("Жду вас");
    helps.sees("Жду вас");
    town.settles();
    return client;
  }

  private static Media file() {
    return Media.document("IMG_1.jpg", "image/jpeg", "JPEG with GPS".getBytes(StandardCharsets.UTF_8));
  }

  private static void isNowhere(Client helper) {
    assertThat(helper.fromBot()).noneMatch(TakenBackSituations::leads);
  }

  private static boolean leads(Message message) {
    return message.type().equals("location") || message.type().equals("document") || message.text().contains("код 4")
        || message.text().contains("Чавчавадзе");
  }
}
