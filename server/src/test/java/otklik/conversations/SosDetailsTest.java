package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playground.Media;

/// «… the person can … add details», and «one open request a person»: what is said after a request was sent.
class SosDetailsTest extends Neighbours {
  private Client nana;
  private Client vera;
  private Client beso;

  @BeforeEach
  void joinATown() {
    town.joins(town.tbilisi, "Тбилиси");
    nana = member("Nana");
    vera = volunteer("Vera");
    beso = volunteer("Beso");
  }

  private String request(String column) {
    return town.value("select " + column + " from emergency_request where workspace_id = %s");
  }

  @Test
  void while_nobody_has_it_details_reach_every_copy_and_the_card() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    vera.sees("Сломала ногу");
    beso.sees("Сломала ногу");
    nana.writes("Левую");
    nana.sees("Добавили к просьбе");
    nana.sends(Media.voice());
    nana.sees("Добавили к просьбе");
    town.settles();
    for (Client each : new Client[] {vera, beso}) {
      town.await("the copy to tell it", () -> each.fromBot().stream().anyMatch(message ->
          message.text().contains("Сломала ногу\nЛевую") && message.button("Вложения (1)").isPresent()));
    }
    town.await("the card to tell it", () -> inCoordinators().stream()
        .anyMatch(message -> message.text().startsWith("#0001 · ") && message.text().contains("Сломала ногу\nЛевую")));
    assertThat(town.count("select count(*) from ticket where workspace_id = %s")).isEqualTo(1);
  }

  @Test
  void once_somebody_has_it_details_are_theirs_alone() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    beso.sees("Сломала ногу");
    takes(vera);
    int wrong = nana.writes("Код двери 12");
    vera.sees("#0001 · Nana");
    nana.chat.edits(wrong, "Код двери 21");
    vera.sees("Исправлено: Код двери 21");
    int photo = nana.sends(Media.photo("Дверь"));
    vera.seesMessage("the photo", message -> message.type().equals("photo"));
    nana.chat.edits(photo, "Дверь во дворе");
    vera.sees("Исправлено: Дверь во дворе");
    town.settles();
    assertThat(request("description")).isEqualTo("Сломала ногу");
    assertThat(shownTo(beso)).noneMatch(text -> text.contains("Код двери"));
    assertThat(inCoordinators()).noneMatch(message -> message.text().contains("Код двери"));
  }

  /// Perhaps the one who asked has gone: their question was theirs alone, and so is the answer to it.
  @Test
  void an_answer_to_a_helper_who_has_gone_is_for_the_next_one() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    beso.sees("Сломала ногу");
    takes(vera);
    vera.writes("Как к вам пройти?");
    int question = nana.sees("Как к вам пройти?").id();
    vera.presses("Вернуть в пул");
    vera.presses("Без комментария");
    nana.sees("не сможет помочь");
    nana.chat.replies(question, "Через двор, ключ под ковриком");
    nana.sees("Это увидит только тот, кто возьмётся помочь.");
    town.settles();
    assertThat(shownTo(beso)).noneMatch(text -> text.contains("ковриком"));
    assertThat(inCoordinators()).noneMatch(message -> message.text().contains("ковриком"));
    takes(beso);
    assertThat(beso.texts()).contains("#0001 · Nana:\nЧерез двор, ключ под ковриком");
  }

  @Test
  void the_question_why_they_return_it_ends_with_the_request() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    takes(vera);
    vera.presses("Вернуть в пул");
    vera.sees("Почему возвращаете");
    nana.presses("Отменить просьбу");
    nana.presses("Да, отменить");
    vera.sees("отменил");
    town.settles();
    vera.writes("Спасибо");
    town.settles();
    assertThat(vera.texts()).noneMatch(text -> text.contains("уже не у вас"));
  }

  /// The wrong number of a house leads whoever helps to somebody else's door.
  @Test
  void an_address_that_is_put_right_is_the_one_that_the_helper_goes_to() {
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes("Сломала ногу");
    nana.sees("Где вы?");
    int address = nana.writes("Тбилиси, Руставели 24");
    nana.sees("Проверьте, пожалуйста");
    nana.chat.edits(address, "Тбилиси, Руставели 42");
    nana.sees("Руставели 42");
    nana.presses("Отправить");
    nana.sees("отправлена");
    beso.sees("Сломала ногу");
    takes(vera);
    assertThat(vera.texts()).contains("Адрес: Тбилиси, Руставели 42");
    nana.chat.edits(address, "Тбилиси, Руставели 43");
    vera.sees("исправил адрес — Тбилиси, Руставели 43");
    town.settles();
    assertThat(request("address")).isEqualTo("Тбилиси, Руставели 43");
    assertThat(shownTo(beso)).noneMatch(text -> text.contains("Руставели 4"));
    vera.presses("Выполнена");
    nana.presses("Спасибо, помогли");
    town.settles();
    assertThat(vera.texts()).noneMatch(text -> text.contains("Руставели 4"));
  }

  @Test
  void an_address_in_another_city_is_there() {
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes("Сломала ногу");
    nana.sees("Где вы?");
    int address = nana.writes("Тбилиси, Руставели 24");
    nana.sees("Город: Тбилиси");
    nana.chat.edits(address, "Батуми, Руставели 24");
    nana.sees("Город: Батуми");
  }

  @Test
  void words_of_a_volunteer_that_are_put_right_change_nothing_in_the_request() {
    asks(nana, "Да, сломала ногу", Media.location(41.70, 44.80));
    takes(vera);
    int said = vera.writes("Да");
    nana.sees("Vera (помогает вам)");
    vera.chat.edits(said, "Нет");
    nana.sees("Исправлено: Нет");
    town.settles();
    assertThat(request("description")).isEqualTo("Да, сломала ногу");
  }

  @Test
  void a_live_position_that_moved_before_it_was_taken_is_told_as_it_is_now() {
    int live = asks(nana, "За мной идут", Media.live(41.7000, 44.8000));
    vera.sees("За мной идут");
    String area = request("area_latitude || ' ' || area_longitude");
    nana.chat.moves(live, 41.7300, 44.8300);
    town.settles();
    assertThat(request("latitude")).startsWith("41.73");
    assertThat(request("area_latitude || ' ' || area_longitude")).isEqualTo(area);
    assertThat(vera.texts()).noneMatch(text -> text.contains("в другом месте"));
    takes(vera);
    assertThat(shownTo(vera)).anyMatch(text -> text.contains("41.73"));
    assertThat(vera.texts()).anyMatch(text -> text.contains("Место меняется вместе с человеком"));
  }

  @Test
  void a_position_tells_how_exact_and_how_old_it_is() {
    asks(nana, "Сломала ногу", Media.location(41.7000, 44.8000, 37));
    takes(vera);
    assertThat(vera.texts()).anyMatch(text -> text.contains("точность ≈ 37 м"));
  }

  @Test
  void somebody_elsewhere_is_searched_for_where_they_are_now() {
    asks(nana, "Сломала ногу", "Тбилиси, Руставели 24");
    vera.sees("Сломала ногу");
    nana.sends(Media.location(41.70, 44.80));
    nana.sees("Новое место записали");
    nana.sends(Media.location(0, 0));
    nana.sees("Оставили прежнее");
    assertThat(request("latitude")).startsWith("41.7");
    assertThat(request("address")).isEqualTo("Тбилиси, Руставели 24");
  }

  @Test
  void across_the_180th_meridian_and_at_the_pole_an_area_is_known_too() {
    asks(nana, "Сел на мель", Media.location(-17.80001, 179.99999));
    town.settles();
    assertThat(Double.parseDouble(request("area_longitude"))).isBetween(-180.0, 180.0);
    nana.sends(Media.location(-17.80001, -179.99999));
    nana.sees("Новое место записали");
    assertThat(Double.parseDouble(request("area_longitude"))).isBetween(-180.0, 180.0);
    nana.sends(Media.location(90, 0));
    nana.sees("Новое место записали");
    assertThat(Double.parseDouble(request("area_latitude"))).isBetween(80.0, 90.0);
  }

  @Test
  void old_buttons_of_the_form_do_nothing() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    int summary = nana.fromBot().stream().filter(message -> message.text().contains("Проверьте, пожалуйста"))
        .findFirst().orElseThrow().id();
    for (String old : List.of("send", "other-place", "cancel", "thanks:1", "appeal:1", "withdraw-surely:7", "extend:x")) {
      assertThat(nana.chat.pressesStale(summary, old).answer()).as(old).isEqualTo("Эта кнопка больше не действует.");
    }
    assertThat(state()).isEqualTo("open");
    assertThat(town.count("select count(*) from ticket where workspace_id = %s")).isEqualTo(1);
  }

  @Test
  void requests_in_three_languages_reach_volunteers_in_their_own() {
    Client aliya = town.person("Aliya", "aliya", "kk");
    comes(aliya);
    asks(aliya, "Жарақат алдым", Media.location(41.70, 44.80));
    vera.sees("Жарақат алдым");
    Client john = town.person("John", "john", "en-GB");
    john.starts("");
    john.sees("Which city");
    town.tbilisi.add(john.person);
    john.writes("Tbilisi");
    john.sees("You are a member");
    john.presses("I want to help");
    assertThat(john.sees("Жарақат алдым").text()).startsWith("Help needed · #0001");
    john.presses("I need help");
    john.sees("What happened?");
    john.writes("My car burns");
    john.sees("Where are you?");
    john.sends(Media.location(41.71, 44.81));
    john.sees("Please check");
    john.presses("Send");
    john.sees("Request #0002 is sent");
    assertThat(vera.sees("My car burns").text()).startsWith("Нужна помощь · #0002");
  }

  /// Whoever has it now never read the old words.
  @Test
  void what_the_helper_before_was_told_is_put_right_for_nobody_and_the_person_knows() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    takes(vera);
    int told = nana.writes("Ключ у соседки");
    vera.sees("Ключ у соседки");
    vera.presses("Вернуть в пул");
    vera.presses("Без комментария");
    nana.sees("Ищем дальше");
    nana.chat.edits(told, "Ключ под ковриком");
    nana.sees("То, что вы исправили, читал прежний помощник.");
    takes(beso);
    nana.sees("Beso идёт на помощь");
    nana.chat.edits(told, "Ключ в почтовом ящике");
    nana.sees("То, что вы исправили, читал прежний помощник.");
    town.settles();
    assertThat(beso.texts()).noneMatch(text -> text.contains("Ключ"));
    assertThat(vera.texts()).noneMatch(text -> text.contains("ковриком"));
  }

  @Test
  void a_place_with_a_name_reaches_the_helper_with_it() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    takes(vera);
    nana.sends(Media.venue("Аптека №5", "второй подъезд", 41.71, 44.81));
    assertThat(vera.sees("человек теперь в другом месте").text()).contains("Аптека №5, второй подъезд");
    nana.sees("Новое место передали тому, кто вам помогает");
  }

  @Test
  void a_new_place_in_another_city_is_searched_for_there() {
    asks(nana, "Спустило колесо", "Руставели 24");
    vera.sees("Тбилиси");
    nana.sends(Media.location(41.65, 41.64));
    nana.sees("Новое место записали");
    town.await("the copy to name the city", () -> vera.fromBot().stream()
        .anyMatch(message -> message.text().contains("Нужна помощь") && message.text().contains("Батуми")));
    assertThat(request("city")).isNotEqualTo("tbilisi");
  }

  @Test
  void whoever_starts_again_is_told_who_reads_what_they_write() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    nana.starts("");
    nana.sees("увидят все, кого мы просим о помощи, и координаторы");
    takes(vera);
    nana.starts("");
    nana.sees("увидит тот, кто вам помогает");
  }

  /// Nobody has said that help came.
  @Test
  void whoever_cancels_after_the_helper_is_done_hears_so_and_thanks_nobody() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    takes(vera);
    vera.presses("Выполнена");
    nana.sees("Это так?");
    cancels(nana);
    vera.sees("отменил");
    assertThat(vera.texts()).noneMatch(text -> text.contains("подтвердил, что помощь пришла"));
    assertThat(ending()).isEqualTo("CANCELLED");
  }

  @Test
  void where_a_helper_shares_that_they_are_it_says_that_it_stands_still() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    takes(vera);
    vera.sends(Media.live(41.69, 44.79));
    assertThat(nana.sees("Vera (помогает вам)").text()).contains("Это место на момент отправки");
  }

  @Test
  void an_address_told_earlier_is_called_so_beside_a_later_point() {
    asks(nana, "Спустило колесо", "Руставели 24");
    vera.sees("Нужна помощь");
    nana.sends(Media.location(41.7000, 44.8000));
    nana.sees("Новое место записали");
    takes(vera);
    assertThat(vera.texts()).anyMatch(text -> text.contains("Адрес, названный раньше: Руставели 24"));
  }
}
