package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import playground.Fault;
import playground.Media;
import playground.Message;

/// What tells the exact place leaves the helper's chat when they don't need it any more. Where the messenger doesn't let
/// us delete it, nobody is told that it is gone.
class SosTakenBackTest extends Coordination {
  @AfterEach
  void theMessengerLetsUsAgain() {
    town.stage.playground.endFaults();
  }

  private Client isHelped() {
    Client ana = volunteer("Ana");
    asks("Сломала ногу");
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Точное место на карте");
    ana.sees("Вы помогаете");
    nana.sees("Ana идёт на помощь");
    town.settles();
    return ana;
  }

  private void nothingCanBeDeletedFor(Client client) {
    town.stage.playground.fault(Fault.refusal("message can't be deleted for everyone").forMethods("deleteMessage")
        .inChat(client.person.id()));
  }

  private static boolean tellsThePlace(Message message) {
    return message.type().equals("location") || message.entities().toString().contains("41.7123");
  }

  @Test
  void words_are_edited_away_and_who_has_the_point_is_asked_to_delete_it() {
    Client ana = isHelped();
    nothingCanBeDeletedFor(ana);
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("удаляем в чате помощника");
    Message asked = ana.sees("Мессенджер не дал нам удалить это сообщение из просьбы #0001.");
    assertThat(ana.chat.message(asked.replyTo()).orElseThrow().type()).isEqualTo("location");
    nana.sees("мессенджер не дал нам удалить из чата помощника");
    groupShows("Просьба #0001: мессенджер не дал удалить из чата всё, что говорит о точном месте.");
    town.settles();
    assertThat(ana.fromBot().stream().filter(SosTakenBackTest::tellsThePlace)).hasSize(1);
    assertThat(ana.texts()).anyMatch(text -> text.equals("Здесь было сказанное по просьбе #0001. Удалено."));
    assertThat(ana.texts()).filteredOn(text -> text.startsWith("Мессенджер не дал нам удалить")).hasSize(1);
    assertThat(town.count("select count(*) from timeline where workspace_id = %s and event = 'place-left'")).isEqualTo(1);
  }

  @Test
  void whoever_has_their_data_erased_is_not_told_that_it_is_gone_everywhere() {
    Client ana = isHelped();
    nothingCanBeDeletedFor(ana);
    nana.writes("/forget");
    nana.presses("Удалить мои данные");
    Message told = nana.sees("Готово, у нас ваших данных больше нет.");
    assertThat(told.text()).contains("если мессенджер какое-то оставит — попросим удалить его вручную");
    ana.sees("Мессенджер не дал нам удалить это сообщение");
    groupShows("мессенджер не дал удалить из чата всё");
  }

  @Test
  void it_is_told_anew_while_the_messenger_still_lets_us_delete_it() {
    Client ana = isHelped();
    int first = point(ana);
    nana.sends(Media.document("IMG_5.jpg", "image/jpeg", new byte[] {1, 2, 3}));
    ana.seesMessage("the file", SosTakenBackTest::isFile);
    pass(Duration.ofHours(23).plusMinutes(30));
    nana.sees("закроется через");
    nana.presses("Продлить");
    nana.sees("открыта ещё");
    ana.presses("Всё в порядке");
    pass(Duration.ofHours(23).plusMinutes(35));
    town.await("the point to be told anew", () -> point(ana) > first);
    town.settles();
    assertThat(ana.chat.message(first).orElseThrow().deleted()).isTrue();
    assertThat(ana.fromBot()).anyMatch(SosTakenBackTest::isFile);
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("удаляем в чате помощника");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(SosTakenBackTest::tellsThePlace).noneMatch(SosTakenBackTest::isFile);
  }

  private static boolean isFile(Message message) {
    return message.type().equals("document");
  }

  /// The newest that stands there; 0 while none does.
  private static int point(Client client) {
    return client.fromBot().stream().filter(message -> message.type().equals("location")).mapToInt(Message::id).max().orElse(0);
  }

  @Test
  void a_contact_that_was_shared_on_the_way_leaves_too() {
    Client ana = isHelped();
    nana.sends(Media.contact("+995555001122", "Мама"));
    ana.seesMessage("the contact", message -> message.type().equals("contact"));
    town.settles();
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("удаляем в чате помощника");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(message -> message.type().equals("contact"));
  }

  @Test
  void a_photo_that_stays_is_asked_to_be_deleted_by_hand() {
    Client ana = isHelped();
    nana.sends(Media.photo("Дверь"));
    Message photo = ana.seesMessage("the photo", message -> message.type().equals("photo"));
    town.settles();
    nothingCanBeDeletedFor(ana);
    nana.writes("/forget");
    nana.presses("Удалить мои данные");
    nana.sees("Готово, у нас ваших данных больше нет.");
    ana.sees("Мессенджер не дал нам удалить это сообщение из просьбы #0001.");
    town.settles();
    assertThat(ana.chat.message(photo.id()).orElseThrow().text()).doesNotContain("Удалено");
  }

  @Test
  void a_helper_who_has_themself_forgotten_is_asked_too() {
    Client ana = isHelped();
    nothingCanBeDeletedFor(ana);
    ana.writes("/forget");
    ana.presses("Удалить мои данные");
    ana.sees("Мессенджер не дал нам удалить это сообщение из просьбы #0001.");
    groupShows("мессенджер не дал удалить из чата всё");
  }

  @Test
  void words_with_an_address_that_were_said_on_the_way_leave_too() {
    Client ana = isHelped();
    nana.writes("Подъезд 3, код 4521");
    ana.sees("код 4521");
    int wrong = nana.writes("Ключ у соседки");
    ana.sees("Ключ у соседки");
    nana.chat.edits(wrong, "Ключ у соседки, кв. 12");
    ana.sees("кв. 12");
    nana.sends(Media.photo("дверь, код 4522"));
    ana.sees("код 4522");
    town.settles();
    ana.presses("Вернуть в пул");
    ana.presses("Без комментария");
    nana.sees("Ищем дальше");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(message -> message.text().contains("452") || message.text().contains("кв. 12"));
    assertThat(ana.texts()).anyMatch(text -> text.contains("Ключ у соседки"));
  }

  @Test
  void what_was_held_for_the_helper_is_nowhere_once_it_is_closed() {
    Client ana = volunteer("Ana");
    asks("Заперло дверь");
    ana.sees("Нужна помощь");
    nana.writes("Подъезд 3, код 4521");
    nana.sees("Похоже, здесь");
    nana.sends(Media.contact("+995555001122", "Мама"));
    nana.sees("Добавили");
    ana.presses("Взять в работу");
    assertThat(ana.sees("код 4521").text()).startsWith("#0001 · Nana:");
    ana.presses("Вернуть в пул");
    ana.sees("Почему возвращаете");
    ana.writes("Код 4521 не подошёл");
    nana.sees("Ищем дальше");
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    nana.sees("отменена");
    town.settles();
    for (String row : new String[] {"message where content", "request_remark where text", "timeline where data"}) {
      String[] parts = row.split(" where ");
      assertThat(town.count("select count(*) from " + parts[0] + " where workspace_id = %s and (" + parts[1]
          + " like '%%4521%%' or " + parts[1] + " like '%%5550011%%')")).as(row).isZero();
    }
  }

  /// Where nobody could find it later it goes at once.
  @Test
  void whoever_has_themself_forgotten_keeps_nothing_that_the_person_said() {
    Client ana = isHelped();
    nana.writes("Спасибо, что едете");
    ana.sees("Спасибо, что едете");
    nana.sends(Media.photo("Дверь"));
    ana.seesMessage("the photo", message -> message.type().equals("photo"));
    town.settles();
    ana.writes("/forget");
    ana.presses("Удалить мои данные");
    ana.sees("Готово, у нас ваших данных больше нет.");
    town.settles();
    assertThat(ana.fromBot()).noneMatch(message -> message.text().contains("едете") || message.type().equals("photo"));
  }
}
