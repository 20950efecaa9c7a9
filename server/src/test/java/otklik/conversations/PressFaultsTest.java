package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import playground.Message;
import playground.Press;

/// Buttons that are pressed twice at once, or whose presses come once more.
class PressFaultsTest extends Faulty {
  private static final int ROUNDS = 10;

  @Test
  void of_two_operators_who_take_at_the_same_moment_one_has_it_and_the_other_is_told_who() {
    for (int round = 1; round <= ROUNDS; round++) {
      Room room = roomOf(ticketOf("Client" + round));
      Message card = room.card();
      String take = card.button("Взять в работу").orElseThrow().data();
      Map<String, String> told = new ConcurrentHashMap<>();

      atOnce(
          () -> told.put("Marek", room.operator("Marek").hands().pressesStale(card.id(), take).answer()),
          () -> told.put("Ina", room.operator("Ina").hands().pressesStale(card.id(), take).answer()));

      String owner = told.get("Marek").equals("Обращение ваше") ? "Marek" : "Ina";
      String other = owner.equals("Marek") ? "Ina" : "Marek";
      assertThat(told).containsEntry(owner, "Обращение ваше").containsEntry(other, "Уже взял(а) " + owner);
      room.cardShows("In progress (@" + owner.toLowerCase(Locale.ROOT) + ")");
    }
    assertThat(sql("select count(*) from timeline where event = 'taken' and workspace_id = " + here()))
        .containsExactly(Integer.toString(ROUNDS));
  }

  @Test
  void two_presses_of_done_at_once_make_one_ticket() {
    Client olena = person("Olena").bound("ACME-1");
    olena.presses("Другое");
    olena.sees("Расскажите, что случилось");
    olena.writes("Ничего не видно");
    Message question = olena.sees("Можно прикрепить");
    String done = question.button("Готово").orElseThrow().data();

    Map<String, Press> presses = new ConcurrentHashMap<>();
    atOnce(
        () -> presses.put("one", olena.chat.pressesStale(question.id(), done)),
        () -> presses.put("other", olena.chat.pressesStale(question.id(), done)));

    assertThat(presses.values().stream().map(Press::answer)).containsExactlyInAnyOrder("", "Кнопка устарела");
    olena.sees("принято");
    desk.topic("#0001").card();
    desk.settles();
    assertThat(desk.topics()).hasSize(1);
    assertThat(sql("select number from ticket where workspace_id = " + here())).containsExactly("1");
    assertThat(olena.texts().stream().filter(text -> text.contains("принято"))).hasSize(1);
  }

  @Test
  void two_thumbs_at_once_are_one_mark() {
    for (List<String> thumbs : List.of(List.of("👍", "👍"), List.of("👍", "👎"))) {
      Client client = ticketOf("Client" + thumbs.getLast().hashCode());
      Room room = roomOf(client);
      room.operator("Marek").presses("Закрыть");
      Message question = client.sees("Оцените");

      Map<Integer, Press> presses = new ConcurrentHashMap<>();
      atOnce(
          () -> presses.put(1, client.chat.pressesStale(question.id(), data(question, thumbs.getFirst()))),
          () -> presses.put(2, client.chat.pressesStale(question.id(), data(question, thumbs.getLast()))));

      assertThat(presses.values().stream().map(Press::answer)).containsExactlyInAnyOrder("", "Кнопка устарела");
      desk.settles();
      assertThat(room.texts().stream().filter(text -> text.startsWith("Оценка клиента"))).hasSize(1);
    }
    assertThat(sql("select count(*) from csat where workspace_id = " + here())).containsExactly("2");
  }

  @Test
  void a_comment_becomes_a_new_matter_once_however_often_that_is_pressed() {
    Client client = ticketOf("Olena");
    roomOf(client).operator("Marek").presses("Закрыть");
    client.sees("Оцените");
    client.presses("👎");
    client.sees("Что было не так?");
    client.writes("Опять пусто");
    Message thanks = client.sees("Спасибо, что рассказали");

    Map<Integer, Press> presses = new ConcurrentHashMap<>();
    atOnce(
        () -> presses.put(1, client.chat.pressesStale(thanks.id(), data(thanks, "Это новый вопрос"))),
        () -> presses.put(2, client.chat.pressesStale(thanks.id(), data(thanks, "Это новый вопрос"))));

    assertThat(presses.values().stream().map(Press::answer)).containsExactlyInAnyOrder("", "Кнопка устарела");
    client.sees("Выберите, что случилось");
    client.seesNothingNew();
  }

  private static String data(Message question, String button) {
    return question.button(button).orElseThrow().data();
  }

  @Test
  void closing_and_taking_at_once_leaves_one_state_and_says_so_to_both() {
    for (int round = 1; round <= ROUNDS / 2; round++) {
      Room room = roomOf(ticketOf("Client" + round));
      Message card = room.card();
      Map<String, String> told = new ConcurrentHashMap<>();
      atOnce(
          () -> told.put("take", room.operator("Marek").hands().pressesStale(card.id(), data(card, "Взять в работу"))
              .answer()),
          () -> told.put("close", room.operator("Ina").hands().pressesStale(card.id(), data(card, "Закрыть"))
              .answer()));

      assertThat(told).containsEntry("close", "Обращение закрыто");
      assertThat(told.get("take")).isIn("Обращение ваше", "Обращение уже закрыто");
      room.cardShows("Статус: Closed");
    }
  }

  @Test
  void presses_and_messages_that_telegram_delivers_again_change_nothing() {
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);
    room.operator("Marek").presses("Взять в работу");
    olena.writes("один раз");
    room.shows("один раз");
    room.operator("Marek").writes("ответ один раз");
    olena.sees("ответ один раз");
    room.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    olena.presses("👍");
    olena.sees("Спасибо");
    desk.settles();
    List<Message> group = desk.group.history();
    List<Message> chat = olena.chat.messages();

    List<String> updates = sql("select external_id from inbox where workspace_id = " + here() + " order by id");
    assertThat(updates).hasSizeGreaterThan(8);
    updates.forEach(update -> playground().redeliver(desk.bot, Long.parseLong(update)));
    desk.settles();
    desk.restart();
    updates.forEach(update -> playground().redeliver(desk.bot, Long.parseLong(update)));
    desk.settles();

    assertThat(desk.group.history()).isEqualTo(group);
    assertThat(olena.chat.messages()).isEqualTo(chat);
    assertThat(sql("select external_id from inbox where workspace_id = " + here() + " order by id")).isEqualTo(updates);
  }

  @Test
  void an_update_whose_number_is_lower_than_those_before_is_a_new_one() {
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);
    olena.writes("перед неделей тишины");
    room.shows("перед неделей тишины");

    playground().jumpUpdateIds(desk.bot, 17);
    olena.writes("после недели тишины");
    room.shows("после недели тишины");
    olena.writes("и дальше");
    room.shows("и дальше");
    desk.restart();
    olena.writes("и после перезапуска");
    room.shows("и после перезапуска");
    assertThat(room.texts()).containsExactly("перед неделей тишины", "после недели тишины", "и дальше",
        "и после перезапуска");
  }
}
