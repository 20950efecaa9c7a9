package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import playground.GroupHands;
import playground.Media;
import playground.Message;

/// What is changed, taken back and put on messages in the one topic of those without a project.
class SharedRoomMirrorTest extends Conversation {
  private Client olena;
  private Message alo;
  private int written;

  private Room triage() {
    return desk.topic("UNKNOWN/TRIAGE");
  }

  private GroupHands marek() {
    return desk.operator("Marek").in(desk.group).topic(triage().id);
  }

  private Message there(int id) {
    return triage().messages().stream().filter(message -> message.id() == id).findFirst().orElseThrow();
  }

  private void changes(Message copy, String words) {
    desk.await("the copy to say " + words, () -> there(copy.id()).text().equals(words));
  }

  private void ticket() {
    olena = person("Olena");
    olena.writes("У меня беда");
    olena.presses("Нет кода");
    olena.sees("Из какой вы компании");
    olena.writes("Acme");
    olena.sees("Как с вами связаться");
    olena.presses("Пропустить");
    olena.sees("принято");
    triage();
    desk.settles();
    written = olena.writes("Ало");
    alo = triage().shows("#0001 Olena:\nАло");
    desk.settles();
  }

  @Test
  void what_a_person_changes_still_says_whose_words_these_are() {
    ticket();
    olena.chat.edits(written, "Алло");
    changes(alo, "#0001 Olena:\nАлло");

    int photo = olena.sends(Media.photo("экран"));
    Message copy = triage().shows("#0001 Olena:\nэкран");
    desk.settles();
    olena.chat.edits(photo, "вот экран");
    changes(copy, "#0001 Olena:\nвот экран");

    String story = "Так и было. ".repeat(400).strip();
    olena.chat.edits(written, story);
    desk.await("the rest", () -> triage().texts().stream().anyMatch(text -> text.endsWith("было.")));
    desk.settles();
    assertThat(there(alo.id()).text()).startsWith("#0001 Olena:\nТак и было.");
    Message rest = triage().fromBot().getLast();
    marek().replies(rest.id(), "Понимаю");
    olena.sees("Понимаю");
  }

  @Test
  void the_card_says_what_the_trouble_was_changed_into() {
    ticket();
    int trouble = olena.chat.messages().getFirst().id();
    olena.chat.edits(trouble, "У меня две беды");
    desk.await("the card to change", () -> triage().texts().stream().anyMatch(text -> text.contains("две беды")));
  }

  @Test
  void an_answer_is_edited_marked_and_taken_back() {
    ticket();
    int answer = marek().replies(alo.id(), "Сичас");
    int copy = olena.sees("Сичас").id();
    desk.settles();
    assertThat(there(answer).reactions().toString()).contains("👌");
    marek().edits(answer, "Сейчас");
    desk.await("the answer to change", () -> olena.chat.message(copy).orElseThrow().text().equals("Сейчас"));
    marek().replies(answer, "/del");
    desk.await("the answer to go", () -> olena.chat.message(copy).orElseThrow().deleted());
  }

  @Test
  void whoever_is_blocked_is_not_heard_through_edits_either() {
    ticket();
    Message card = triage().fromBot().stream().filter(message -> message.text().startsWith("● Ticket: #0001"))
        .findFirst().orElseThrow();
    marek().presses(card.id(), "Заблокировать");
    desk.settles();
    olena.chat.edits(written, "Прорвусь");
    desk.settles();
    assertThat(there(alo.id()).text()).isEqualTo("#0001 Olena:\nАло");
  }

  @Test
  void of_whoever_is_erased_nothing_stays_of_what_was_changed_and_cut_either() {
    ticket();
    olena.chat.edits(written, "Тайна");
    changes(alo, "#0001 Olena:\nТайна");
    olena.writes("Тайна и ещё раз. ".repeat(300).strip());
    triage().showsMessage("the story", message -> message.text().startsWith("#0001 Olena:\nТайна и ещё"));
    int answer = marek().replies(alo.id(), "Понимаю");
    int copy = olena.sees("Понимаю").id();
    desk.settles();
    olena.chat.reacts(copy, "❤");
    desk.await("the heart", () -> there(answer).reactions().equals(List.of("❤")));
    desk.settles();
    assertThat(desk.count("select count(*) from more_copy where workspace_id = %s")).isPositive();
    assertThat(desk.count("select count(*) from message_reaction where workspace_id = %s")).isEqualTo(1);

    olena.writes("/forget");
    olena.sees("Удалю всё, что знаю о вас");
    olena.presses("Удалить мои данные");
    olena.sees("Готово, у меня ваших данных больше нет");
    desk.settles();
    assertThat(triage().texts()).noneMatch(text -> text.contains("Тайна") || text.contains("ещё раз"));
    assertThat(desk.count("select count(*) from more_copy where workspace_id = %s")).isZero();
    assertThat(desk.count("select count(*) from message_reaction where workspace_id = %s")).isZero();
    assertThat(desk.count("select count(*) from message where workspace_id = %s")).isZero();
    assertThat(desk.count("select count(*) from delivery where workspace_id = %s and call like '%%Тайна%%'")).isZero();
  }
}
