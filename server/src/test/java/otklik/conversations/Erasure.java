package otklik.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import otklik.storage.schema.DefaultSchema;
import playground.Button;
import playground.Message;

/// A conversation at whose end somebody has their data erased.
abstract class Erasure extends Faulty {
  String marker;
  String username;

  @BeforeEach
  void markThePerson() {
    marker = "Тайна" + desk.workspace() + "я";
    username = "secret_" + desk.workspace() + "_x";
  }

  /// A person whose name, username, words and files all carry the marker.
  Client marked() {
    return new Client(desk, playground().user(770_000 + Long.parseLong(desk.workspace().substring(1)), marker, marker, username,
        "ru"));
  }

  List<String> rowsWith(String marker) {
    List<String> found = new ArrayList<>();
    String folded = marker.toLowerCase(Locale.ROOT);
    for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      for (var field : table.fields()) {
        sql(("select '%1$s.%2$s ' || substr(cast(%2$s as text), 1, 200) from %1$s where cast(%2$s as text) like '%%%3$s%%' "
            + "or cast(%2$s as text) like '%%%4$s%%'")
            .formatted(table.getName(), field.getName(), marker, folded)).forEach(found::add);
      }
    }
    return found;
  }

  List<String> inGroup(String marker) {
    return desk.topics().stream().filter(topic -> !topic.deleted())
        .flatMap(topic -> desk.group.messages(topic.id()).stream())
        .map(Message::text).filter(text -> text.contains(marker)).toList();
  }

  void forgets(Client client) {
    client.writes("/forget");
    Message question = client.sees("Удалю всё, что знаю о вас");
    assertThat(question.buttons().stream().flatMap(List::stream).map(Button::text))
        .containsExactly("Удалить мои данные", "Отмена");
    client.presses("Удалить мои данные");
    client.sees("Готово, у меня ваших данных больше нет");
    desk.settles();
  }

  void isForgotten(Client client) {
    assertThat(rowsWith(marker)).isEmpty();
    assertThat(rowsWith(username)).isEmpty();
    assertThat(desk.stage.filesHold(marker.getBytes(UTF_8))).as("their words in free pages").isFalse();
    assertThat(sql("select id from person where external_id = '" + client.person.id() + "' and workspace_id = " + here()))
        .isEmpty();
  }
}
