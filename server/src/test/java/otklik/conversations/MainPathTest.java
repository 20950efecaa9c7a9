package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import otklik.storage.Watch;
import playground.Media;
import playground.Message;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainPathTest {
  private Stage stage;

  @BeforeAll
  void begin(@TempDir Path folder) {
    stage = new Stage(Map.of("DB_PATH", folder.resolve("otklik.sqlite").toString()), folder, false, Watch.NONE);
  }

  @AfterAll
  void end() {
    stage.close();
  }

  @Test
  void a_whole_conversation_from_hello_to_thanks() {
    Desk desk = stage.newDesk();
    Client olena = desk.person("Olena");

    olena.starts("ACME-1");
    olena.sees("Вы подключены к проекту «Portal» (Acme)");
    olena.sees("Выберите, что случилось");
    olena.presses("Не работает / ошибка (баг)");
    olena.sees("Расскажите, что случилось");
    olena.writes("Отчёт не открывается");
    olena.sees("Можно прикрепить скрин/видео/файл");
    olena.sends(Media.photo("вот экран"));
    olena.presses("Готово");
    olena.sees("Готово, обращение #0001 принято");

    Room room = desk.topic("#0001");
    assertThat(room.name()).isEqualTo("#0001 | Acme | Portal | Не работает / ошибка (баг)");
    Message card = room.card();
    assertThat(card.text()).contains("● Ticket: #0001", "● Клиент/проект: Acme / Portal", "@olena",
        "● Описание: Отчёт не открывается", "● Вложения: да (фото)", "● Статус: New");
    Message photo = room.showsMessage("a photo", message -> message.type().equals("photo"));
    assertThat(photo.text()).isEqualTo("вот экран");

    assertThat(room.operator("Marek").presses("Взять в работу")).isEqualTo("Обращение ваше");
    room.cardShows("● Статус: In progress (@marek)");
    desk.restart();
    assertThat(room.operator("Ina").presses("Закрыть").isEmpty()).isFalse();
  }
}
