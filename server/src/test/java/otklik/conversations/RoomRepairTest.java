package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Media;
import playground.Message;
import playground.TopicView;
import playground.Trouble;

/// A topic or a card that somebody deleted comes back, whatever finds it missing.
class RoomRepairTest extends Faulty {
  private static final String BLOCKED = "Клиент заблокировал бота. Пока он не вернётся, ответы до него не дойдут.";
  private static final String BACK = "Клиент снова на связи";

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
    room.shows("Клиент заблокировал бота. ");
    desk.settles();
    assertThat(whatBecameOfTheFirstNote()).isEqualTo("refused");
    assertThat(notes(room)).containsExactly(BLOCKED);
    assertThat(desk.topics()).extracting(TopicView::deleted).containsExactly(true, false);
  }

  @Test
  void news_behind_a_card_that_finds_the_topic_missing_stands_in_the_new_one() {
    aCardThatWillFindTheTopicMissing();
    olena.chat.blocks();
    notesWait(1);
    playground().endFaults();

    Room room = roomOf(olena);
    room.cardShows("Клиент заблокировал бота");
    room.shows("Клиент заблокировал бота. ");
    desk.settles();
    assertThat(whatBecameOfTheFirstNote()).isEqualTo("dropped");
    assertThat(notes(room)).containsExactly(BLOCKED);
    assertThat(desk.topics()).extracting(TopicView::deleted).containsExactly(true, false);
  }

  @Test
  void all_news_behind_a_card_that_finds_the_topic_missing_keeps_its_order() {
    aCardThatWillFindTheTopicMissing();
    for (int i = 1; i <= 2; i++) {
      olena.chat.blocks();
      notesWait(2 * i - 1);
      olena.chat.unblocks();
      notesWait(2 * i);
    }
    playground().endFaults();

    Room room = roomOf(olena);
    desk.await("all notes in the new topic, shows: " + notes(room), () -> notes(room).size() >= 4);
    desk.settles();
    assertThat(notes(room)).containsExactly(BLOCKED, BACK, BLOCKED, BACK);
  }

  /// A new card is tried in the topic that is gone, and everything else waits behind it.
  private void aCardThatWillFindTheTopicMissing() {
    ticketWithHistory();
    int card = lost.card().id();
    Trouble unheard = playground().fault(Fault.of(Fault.Kind.SERVER_ERROR).forMethods("sendMessage")
        .inChat(desk.group.id()));
    lost.operator("Marek").hands().deletesTopic();
    lost.operator("Marek").hands().pressesStale(card, "take:"
        + desk.value("select id from tickets where workspace_id = %s")).answer();
    desk.await("the new card to be tried", () -> unheard.struck() > 0);
  }

  private void notesWait(int count) {
    desk.await(count + " notes to wait", () -> desk.count("select count(*) from delivery where workspace_id = %s"
        + " and state = 'pending' and subject like 'helpdesk.note:%%'") == count);
  }

  private String whatBecameOfTheFirstNote() {
    return desk.value("select state from delivery where workspace_id = %s and subject like 'helpdesk.note:%%'"
        + " order by id limit 1");
  }

  private static List<String> notes(Room room) {
    return room.texts().stream().filter(text -> text.equals(BLOCKED) || text.equals(BACK)).toList();
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
    assertThat(desk.group.messages(0)).anyMatch(message ->
        message.text().contains("#0001") && message.text().contains("Что было не так, по словам клиента: Долго"));
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
