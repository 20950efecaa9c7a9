package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import playground.Media;
import playground.Message;
import playground.TopicView;

/// A topic or a card that somebody deleted comes back, whatever finds it missing.
class RoomRepairTest extends Faulty {
  private Client olena;
  private Room lost;

  private void ticketWithHistory() {
    olena = ticketOf("Olena");
    lost = roomOf(olena);
    olena.writes("не открывается отчёт");
    lost.shows("не открывается отчёт");
    lost.operator("Marek").writes("какой именно?");
    olena.sees("какой именно?");
    lost.operator("Ina").writes("//похоже на вчерашнее");
    olena.sends(Media.photo("вот этот"));
    lost.showsMessage("the photo", message -> message.type().equals("photo"));
    desk.settles();
  }

  @Test
  void who_opens_the_new_topic_sees_what_both_sides_said_and_the_files() {
    ticketWithHistory();
    lost.operator("Marek").hands().deletesTopic();
    olena.writes("ау");

    Room room = roomOf(olena);
    room.shows("ау");
    desk.settles();
    assertThat(room.fromBot().stream().map(Message::type)).containsExactly("text", "text", "photo", "text");
    assertThat(room.texts()).containsExactly("""
        Прежняя тема удалена. Что в ней было:
        Клиент: не открывается отчёт
        Ответ: какой именно?
        Заметка: //похоже на вчерашнее""", "вот этот", "ау");
    assertThat(room.card().text()).contains("Описание: Это Olena");
    assertThat(olena.texts()).filteredOn("какой именно?"::equals).hasSize(1);
  }

  @Test
  void an_operators_press_on_an_old_card_finds_the_topic_missing() {
    ticketWithHistory();
    int card = lost.card().id();
    String take = "take:" + desk.value("select id from tickets where workspace_id = %s");
    Room.Operator marek = lost.operator("Marek");
    marek.hands().deletesTopic();
    assertThat(marek.hands().pressesStale(card, take).answer()).isEqualTo("Обращение ваше");

    Room room = roomOf(olena);
    room.cardShows("In progress (@marek)");
    desk.settles();
    assertThat(desk.topics()).extracting(TopicView::deleted).containsExactly(true, false);
  }

  @Test
  void news_that_finds_the_topic_missing_stands_in_the_new_one() {
    ticketWithHistory();
    lost.operator("Marek").hands().deletesTopic();
    olena.chat.blocks();

    Room room = roomOf(olena);
    room.cardShows("Клиент заблокировал бота");
    desk.settles();
    assertThat(desk.topics()).extracting(TopicView::deleted).containsExactly(true, false);
  }

  @Test
  void a_card_that_was_deleted_alone_is_shown_and_pinned_again() {
    ticketWithHistory();
    Message card = lost.card();
    String take = "take:" + desk.value("select id from tickets where workspace_id = %s");
    lost.operator("Marek").hands().deletes(card.id());
    lost.operator("Marek").hands().pressesStale(card.id(), take).answer();

    lost.cardShows("In progress (@marek)");
    desk.settles();
    assertThat(lost.card().id()).isNotEqualTo(card.id());
    assertThat(desk.topics()).hasSize(1);
    assertThat(lost.operator("Marek").presses("Закрыть")).isEqualTo("Обращение закрыто");
    lost.cardShows("● Статус: Closed");
  }

  @Test
  void the_topic_of_a_closed_ticket_stays_deleted() {
    ticketWithHistory();
    lost.operator("Marek").presses("Закрыть");
    olena.sees("Оцените");
    desk.settles();
    lost.operator("Marek").hands().deletesTopic();
    olena.presses("👎");
    olena.sees("Что было не так?");
    olena.writes("Долго");
    olena.sees("Спасибо, что рассказали");
    desk.settles();
    assertThat(desk.topics()).extracting(TopicView::deleted).containsExactly(true);
    assertThat(desk.value("select csat || ' ' || comment from feedback where workspace_id = %s")).isEqualTo("down Долго");
  }

  @Test
  void a_group_that_becomes_a_supergroup_is_followed_with_open_tickets_cards_and_buttons() {
    ticketWithHistory();
    Client timur = ticketOf("Timur");
    desk.settles();

    playground.Group moved = desk.group.migrate();
    olena.writes("я тут");
    desk.await("Olena's words in the new group", () -> moved.history().stream()
        .anyMatch(message -> message.text().equals("я тут")));
    Client petra = person("Petra").bound("ACME-1").opensTicket("Другое", "Уже в новой");
    timur.writes("и я");
    desk.await("three topics in the new group", () -> moved.topics().size() == 3);
    desk.settles();
    assertThat(moved.topics()).extracting(TopicView::deleted).containsOnly(false);
    assertThat(moved.history().stream().map(Message::text)).filteredOn("я тут"::equals).hasSize(1);
    assertThat(moved.history().stream().map(Message::text)).filteredOn("и я"::equals).hasSize(1);

    Message card = moved.history().stream().filter(message -> message.pinned()
        && message.text().contains("Уже в новой")).findFirst().orElseThrow();
    assertThat(desk.operator("Marek").in(moved).presses(card.id(), "Взять в работу").answer())
        .isEqualTo("Обращение ваше");
    int topic = moved.topics().stream().filter(one -> one.name().startsWith("#0003")).findFirst().orElseThrow().id();
    desk.operator("Marek").in(moved).topic(topic).writes("нашёл вас");
    petra.sees("нашёл вас");
    assertThat(desk.count("select count(*) from tickets where workspace_id = %s and support_chat_id = '"
        + moved.id() + "'")).isEqualTo(3);
  }
}
