package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import playground.Message;

/// The person and the operators decide about a closed ticket in the same moment.
class ReopenFaultsTest extends Faulty {
  private static final int ROUNDS = 6;

  private static String data(Message message, String button) {
    return message.button(button).orElseThrow().data();
  }

  private Client closed(int round) {
    Client client = ticketOf("Client" + round);
    Room room = roomOf(client);
    room.operator("Marek").presses("Закрыть");
    client.sees("Оцените");
    room.cardShows("Closed");
    return client;
  }

  private List<String> open(Client client) {
    return sql("""
        select t.number from ticket t join person p on p.workspace_id = t.workspace_id and p.id = t.person_id
        where t.state <> 'closed' and p.external_id = '%d' and t.workspace_id = %s
        """.formatted(client.person.id(), here()));
  }

  @Test
  void whoever_opens_it_again_it_is_opened_once_and_the_words_arrive_once() {
    for (int round = 1; round <= ROUNDS; round++) {
      Client client = closed(round);
      Room room = roomOf(client);
      Message card = room.card();
      client.writes("слова " + round);
      Message question = client.sees("уже закрыто");
      Map<String, String> told = new ConcurrentHashMap<>();
      atOnce(
          () -> told.put("person", client.chat.pressesStale(question.id(), data(question, "Открыть старый заново"))
              .answer()),
          () -> told.put("Marek", room.operator("Marek").hands().pressesStale(card.id(), data(card, "Открыть заново"))
              .answer()),
          () -> told.put("Ina", room.operator("Ina").hands().pressesStale(card.id(), data(card, "Открыть заново"))
              .answer()));

      room.shows("слова " + round);
      desk.settles();
      assertThat(told.values().stream().filter(answer -> answer.isEmpty() || answer.equals("Обращение снова открыто")))
          .hasSize(1);
      assertThat(room.texts()).containsExactly("слова " + round);
      assertThat(room.view().closed()).isFalse();
    }
    assertThat(sql("select count(*) from timeline where event = 'reopened' and workspace_id = " + here()))
        .containsExactly(Integer.toString(ROUNDS));
  }

  @Test
  void a_new_ticket_and_the_old_one_at_once_leave_one_open_with_all_the_words() {
    for (int round = 1; round <= ROUNDS; round++) {
      Client client = closed(round);
      Room room = roomOf(client);
      Message card = room.card();
      client.writes("слова " + round);
      client.sees("уже закрыто");
      client.presses("Открыть новый тикет");
      client.sees("Выберите, что случилось");
      client.presses("Другое");
      Message question = client.sees("Можно прикрепить");
      atOnce(
          () -> client.chat.pressesStale(question.id(), data(question, "Готово")).answer(),
          () -> room.operator("Marek").hands().pressesStale(card.id(), data(card, "Открыть заново")).answer());
      client.writes("после " + round);

      desk.settles();
      List<String> open = open(client);
      assertThat(open).hasSize(1);
      Room its = desk.topic("#%04d".formatted(Integer.parseInt(open.getFirst())));
      its.shows("после " + round);
      assertThat(its.card().text() + its.texts()).containsOnlyOnce("слова " + round);
      if (its.id != room.id) {
        assertThat(room.texts()).isEmpty();
        room.cardShows("Closed");
        its.operator("Marek").presses("Закрыть");
        client.sees("Оцените");
      }
    }
    assertThat(sql("select count(*) from inbox where state = 'aside' and workspace_id = " + here()))
        .containsExactly("0");
  }

  @Test
  void of_two_operators_who_close_at_once_one_does_and_the_person_hears_it_once() {
    for (int round = 1; round <= ROUNDS; round++) {
      Client client = ticketOf("Client" + round);
      Room room = roomOf(client);
      Message card = room.card();
      String close = data(card, "Закрыть");
      Map<String, String> told = new ConcurrentHashMap<>();
      atOnce(
          () -> told.put("Marek", room.operator("Marek").hands().pressesStale(card.id(), close).answer()),
          () -> told.put("Ina", room.operator("Ina").hands().pressesStale(card.id(), close).answer()));
      assertThat(told.values()).containsExactlyInAnyOrder("Обращение закрыто", "Обращение уже закрыто");
      client.sees("Оцените");
      client.seesNothingNew();
    }
  }

  @Test
  void closing_and_opening_again_at_once_end_in_the_order_in_which_they_were_decided() {
    for (int round = 1; round <= ROUNDS; round++) {
      Client client = closed(round);
      Room room = roomOf(client);
      Message card = room.card();
      String close = data(card, "Открыть заново").replace("reopen", "close");
      Map<String, String> told = new ConcurrentHashMap<>();
      atOnce(
          () -> told.put("reopen", room.operator("Marek").hands().pressesStale(card.id(), data(card, "Открыть заново"))
              .answer()),
          () -> told.put("close", room.operator("Ina").hands().pressesStale(card.id(), close).answer()));
      desk.settles();
      assertThat(told).containsEntry("reopen", "Обращение снова открыто");
      boolean closed = told.get("close").equals("Обращение закрыто");
      assertThat(open(client)).hasSize(closed ? 0 : 1);
      room.cardShows(closed ? "Closed" : "New");
      assertThat(room.view().closed()).isEqualTo(closed);
    }
  }
}
