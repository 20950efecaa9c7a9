package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import otklik.storage.AlsoOnPostgres;
import playground.GroupHands;

@AlsoOnPostgres
class StatsTest extends TimedConversation {
  private Room ticket(String number, String name) {
    person(name).bound("ACME-1").opensTicket("Другое", "Вопрос");
    Room room = desk.topic(number);
    room.card();
    return room;
  }

  private String stats() {
    GroupHands general = desk.operator("Marek").in(desk.group);
    int asked = general.writes("/stats");
    desk.await("an answer to /stats", () -> desk.group.messages(0).stream()
        .anyMatch(message -> message.replyTo() == asked && message.from() == desk.bot.id()));
    return desk.group.messages(0).stream().filter(message -> message.replyTo() == asked).findFirst().orElseThrow()
        .text();
  }

  @Test
  void a_desk_without_tickets_has_nothing_to_show() {
    assertThat(stats()).isEqualTo("""
        📊 Сегодня · 7 дней · 30 дней
        Открыто: 0 · 0 · 0
        Закрыто: 0 · 0 · 0
        Открыто снова: 0 · 0 · 0
        Первый ответ, медиана: — · — · —
        Первый ответ, 9 из 10: — · — · —
        Первый ответ в срок: — · — · —
        Довольны 👍: — · — · —

        Сейчас новых: 0, в работе: 0, просрочено: 0""");
  }

  @Test
  void the_desk_sees_how_it_does() {
    Room first = ticket("#0001", "Olena");
    pass(Duration.ofMinutes(20));
    first.operator("Marek").writes("Готово");
    desk.settles();
    first.operator("Marek").presses("Закрыть");
    Client olena = new Client(desk, desk.stage.playground.user(Long.parseLong(desk.value(
        "select tg_user_id from tickets where workspace_id = %s and number = 1")), "Olena", null, "olena", "ru"));
    olena.presses("👍");
    desk.settles();

    pass(Duration.ofDays(2));
    Room second = ticket("#0002", "Timur");
    Room third = ticket("#0003", "Aida");
    pass(Duration.ofMinutes(6 * 60 + 10));
    second.operator("Ina").presses("Взять в работу");
    second.operator("Ina").writes("Смотрю");
    desk.settles();
    assertThat(third.name()).startsWith("#0003");

    assertThat(stats()).isEqualTo("""
        📊 Сегодня · 7 дней · 30 дней
        Открыто: 2 · 3 · 3
        Закрыто: 0 · 1 · 1
        Открыто снова: 0 · 0 · 0
        Первый ответ, медиана: 6 ч 10 мин · 20 мин · 20 мин
        Первый ответ, 9 из 10: 6 ч 10 мин · 6 ч 10 мин · 6 ч 10 мин
        Первый ответ в срок: 0% · 50% · 50%
        Довольны 👍: — · 100% · 100%

        Сейчас новых: 1, в работе: 1, просрочено: 1

        За 30 дней ответили на обращения / закрыли:
        Marek: 1 / 1
        Ina: 1 / 0""");
  }
}
