package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import playground.Message;
import playground.TopicView;

/// What somebody takes away in the middle of a conversation: a topic, or the bot.
class LossFaultsTest extends Faulty {
  @Test
  void the_message_that_found_its_topic_deleted_arrives_in_a_new_one_with_a_new_card() {
    Client olena = ticketOf("Olena");
    Room lost = roomOf(olena);
    olena.writes("раньше");
    lost.shows("раньше");
    desk.settles();
    lost.operator("Marek").hands().deletesTopic();

    for (int i = 1; i <= 5; i++) {
      olena.writes("сообщение " + i);
    }

    Room room = roomOf(olena);
    assertThat(room.id).isNotEqualTo(lost.id);
    room.shows("сообщение 5");
    Message card = room.card();
    desk.settles();
    assertThat(card.text()).contains("Описание: Это Olena");
    assertThat(room.fromBot().getFirst().id()).isEqualTo(card.id());
    assertThat(room.texts()).containsExactly("Прежняя тема удалена. Что в ней было:\nКлиент: раньше",
        "сообщение 1", "сообщение 2", "сообщение 3", "сообщение 4", "сообщение 5");
    assertThat(desk.topics()).extracting(TopicView::deleted).containsExactly(true, false);
    room.operator("Marek").writes("вижу");
    olena.sees("вижу");
  }

  @Test
  void a_topic_deleted_under_a_restart_and_a_second_time_is_replaced_each_time_once() {
    Client olena = ticketOf("Olena");
    roomOf(olena).operator("Marek").hands().deletesTopic();
    olena.writes("первое");
    desk.restart();
    Room second = roomOf(olena);
    second.shows("первое");
    second.card();
    desk.settles();

    second.operator("Marek").hands().deletesTopic();
    olena.writes("второе");
    Room third = roomOf(olena);
    third.shows("второе");
    third.card();
    desk.settles();
    assertThat(desk.topics()).extracting(TopicView::deleted).containsExactly(true, true, false);
  }

  @Test
  void a_press_after_the_topic_is_lost_works_in_the_new_one() {
    Client olena = ticketOf("Olena");
    roomOf(olena).operator("Marek").hands().deletesTopic();
    olena.writes("есть кто?");
    Room room = roomOf(olena);
    room.shows("есть кто?");
    assertThat(room.operator("Marek").presses("Взять в работу")).isEqualTo("Обращение ваше");
    room.cardShows("In progress (@marek)");
  }

  @Test
  void operators_are_told_that_a_person_blocked_the_bot_and_that_they_came_back() {
    Client olena = ticketOf("Olena");
    Room room = roomOf(olena);

    olena.chat.blocks();
    room.shows("Клиент заблокировал бота");
    room.operator("Marek").writes("вы здесь?");
    room.shows("Не доставлено: клиент заблокировал бота или удалил аккаунт");
    olena.chat.unblocks();
    room.shows("Клиент снова на связи");
    room.operator("Marek").writes("а теперь?");
    olena.sees("а теперь?");
    desk.settles();

    olena.chat.blocks();
    room.shows("Клиент заблокировал бота");
    olena.chat.unblocks();
    room.shows("Клиент снова на связи");
    assertThat(olena.texts()).doesNotContain("вы здесь?");
  }
}
