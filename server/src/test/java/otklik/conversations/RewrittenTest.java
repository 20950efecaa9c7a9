package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import playground.Media;

/// A client changes words that were answered, or whose ticket is closed: the operators read what stood there.
class RewrittenTest extends Conversation {
  private static final String LINE = "Клиент изменил прежнее сообщение.\nБыло: ";

  private Client olena;
  private Room room;

  private void ticket() {
    olena = person("Olena").bound("ACME-1").opensTicket("Другое", "Счёт");
    room = desk.topic("#0001");
    desk.settles();
  }

  @Test
  void words_that_were_answered_are_not_changed_unseen() {
    ticket();
    int written = olena.writes("сумма 100");
    int photo = olena.sends(Media.photo("на 100"));
    room.shows("сумма 100");
    room.shows("на 100");
    room.operator("Marek").writes("Счёт на 100 выставлен");
    olena.sees("Счёт на 100 выставлен");
    desk.settles();
    olena.chat.edits(written, "сумма 900");
    room.shows(LINE + "сумма 100\nСтало: сумма 900");
    olena.chat.edits(photo, "на 900");
    room.shows(LINE + "на 100\nСтало: на 900");
  }

  @Test
  void before_an_answer_the_new_words_are_enough() {
    ticket();
    int written = olena.writes("сумма 100");
    int copy = room.shows("сумма 100").id();
    desk.settles();
    olena.chat.edits(written, "сумма 900");
    desk.await("the copy to change", () -> room.messages().stream()
        .anyMatch(message -> message.id() == copy && message.text().equals("сумма 900")));
    desk.settles();
    assertThat(room.texts()).noneMatch(text -> text.startsWith(LINE));
  }

  @Test
  void in_a_closed_ticket_it_is_told_too() {
    ticket();
    int written = olena.writes("сумма 100");
    room.shows("сумма 100");
    room.operator("Marek").presses("Закрыть");
    desk.settles();
    olena.chat.edits(written, "сумма 900");
    room.shows(LINE + "сумма 100\nСтало: сумма 900");
  }
}
