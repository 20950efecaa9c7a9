package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import playground.Button;
import playground.Message;

class BindingTest extends Conversation {
  @Test
  void a_link_with_a_code_binds_to_the_project_and_shows_the_menu() {
    Client olena = person("Olena");

    olena.starts("ACME-1");
    olena.sees("Вы подключены к проекту «Portal» (Acme)");
    Message menu = olena.sees("Привет! Я бот поддержки. Я аккуратно соберу детали");

    assertThat(menu.buttons().stream().flatMap(List::stream).map(Button::text)).containsExactly(
        "Не работает / ошибка (баг)", "Данные не сходятся / аналитика", "Интеграции и источники данных",
        "Доступы и роли", "Настройка и использование (как сделать…)", "Оплата и документы", "Запрос на улучшение",
        "Срочно (критично)", "Другое");
    desk.settles();
    assertThat(desk.value("""
        select tg_username || ' ' || p.name || ' ' || c.name
        from user_bindings b join projects p on p.id = b.project_id join clients c on c.id = p.client_id
        where b.workspace_id = %s
        """)).isEqualTo("olena Portal Acme");
  }

  @Test
  void the_code_may_be_typed_by_hand() {
    Client olena = person("Olena");

    olena.chat.starts();
    olena.sees("нужен код проекта");
    olena.writes(" GLOBEX-1 ");
    olena.sees("Вы подключены к проекту «Shop» (Globex)");
    olena.sees("Выберите, что случилось");
  }

  @Test
  void a_wrong_code_is_met_politely_and_the_right_one_helps() {
    Client olena = person("Olena");

    olena.starts("NO-SUCH");
    olena.sees("Такого кода я не нашёл");
    desk.restart();
    olena.writes("ACME-1");
    olena.sees("Вы подключены к проекту «Portal»");
  }

  @Test
  void a_code_that_was_switched_off_is_told_apart_from_a_wrong_one() {
    Client olena = person("Olena");

    olena.starts("ACME-OLD");
    olena.sees("Этот код больше не действует");
  }

  @Test
  void what_is_written_before_the_code_is_not_lost() {
    Client olena = person("Olena");

    olena.writes("Здравствуйте, у меня пропали отчёты");
    olena.sees("нужен код проекта");
    olena.writes("Очень срочно, помогите, пожалуйста");
    olena.writes("ACME-1");
    olena.sees("Выберите, что случилось");
    olena.presses("Другое");
    olena.sees("Можно прикрепить");
    olena.presses("Пропустить");
    olena.sees("принято");

    desk.topic("#0001").cardShows("● Описание: Здравствуйте, у меня пропали отчёты\nОчень срочно, помогите, пожалуйста");
  }

  @Test
  void a_second_code_switches_the_project() {
    Client olena = person("Olena").bound("ACME-1");

    olena.starts("GLOBEX-1");
    olena.sees("Вы подключены к проекту «Shop» (Globex)");
    olena.sees("Выберите, что случилось");
    olena.opensTicket("Другое", "Не вижу заказ");

    assertThat(desk.topic("#0001").name()).startsWith("#0001 | Globex | Shop");
  }

  @Test
  void start_with_an_open_ticket_says_so_instead_of_asking_again() {
    Client olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Не вижу заказ");

    olena.starts("ACME-1");
    olena.sees("Обращение #0001 уже открыто");
  }

  @Test
  void an_english_speaker_is_spoken_to_in_english_and_may_change_to_russian() {
    Client alice = desk.person("Alice", "alice", "en-GB");

    alice.starts("ACME-1");
    alice.sees("You’re connected");
    alice.writes("/language");
    alice.presses("Русский");
    alice.sees("Хорошо, теперь пишу по-русски");
    alice.writes("/help");
    alice.sees("Напишите сюда, что случилось");
  }
}
