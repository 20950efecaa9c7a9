package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playground.Media;
import playground.Message;

/// A request from the moment when it is sent: «An open request lives 24 hours by default; both sides are warned before
/// the end; the person can extend with one tap, cancel, or add details. If nobody takes it, it closes and the person is
/// told so. One open request a person.»
class SosOwnRequestTest extends TownConversation {
  private Client nana;
  private Client vera;

  @Override
  Town newTown(Stage stage) {
    return stage.newOpenTown();
  }

  @BeforeEach
  void joinATown() {
    town.joins(town.tbilisi, "Тбилиси");
    nana = member("Nana");
    vera = member("Vera");
    vera.presses("Хочу стать помощником");
    vera.sees("вы теперь помощник");
  }

  private Client member(String name) {
    Client client = person(name);
    client.starts("");
    client.sees("В каком вы городе?");
    town.tbilisi.add(client.person);
    client.writes("Тбилиси");
    client.sees("Вы участник чата");
    return client;
  }

  private int asks(String story, Media place) {
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes(story);
    nana.sees("Где вы?");
    int told = nana.sends(place);
    sends();
    return told;
  }

  private void sends() {
    nana.sees("Проверьте, пожалуйста");
    nana.presses("Отправить");
    nana.sees("отправлена");
  }

  private void takes() {
    vera.sees("Нужна помощь");
    vera.presses("Взять в работу");
    vera.sees("Вы помогаете");
    town.settles();
  }

  @Test
  void whoever_has_a_request_open_is_told_so_and_adds_to_it() {
    asks("Сломала ногу", Media.location(41.70, 44.80));
    vera.sees("Сломала ногу");
    nana.presses("Мне нужна помощь");
    nana.sees("уже открыта");
    nana.writes("Левую");
    nana.sees("Добавили к просьбе");
    town.await("the copy to tell it", () -> vera.fromBot().stream()
        .anyMatch(message -> message.text().contains("Сломала ногу\nЛевую")));
  }

  @Test
  void the_person_cancels_after_a_question_and_the_taker_is_told() {
    asks("Сломала ногу", Media.location(41.70, 44.80));
    takes();
    nana.presses("Отменить просьбу");
    Message question = nana.sees("Точно?");
    nana.presses("Нет");
    nana.sees("ничего не меняю");
    nana.chat.pressesStale(question.id(), question.button("Да, отменить").orElseThrow().data());
    nana.sees("отменена");
    vera.sees("Человек отменил просьбу");
    assertThat(town.value("select ending from emergency_request where workspace_id = %s")).isEqualTo("CANCELLED");
  }

  @Test
  void before_the_end_the_person_is_warned_and_extends_with_one_tap() {
    asks("Сломала ногу", Media.location(41.70, 44.80));
    pass(Duration.ofHours(23).plusMinutes(1));
    nana.sees("закроется через 1 час");
    nana.presses("Продлить");
    nana.sees("открыта ещё 24 часа");
    pass(Duration.ofHours(2));
    town.settles();
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("open");
    pass(Duration.ofHours(23));
    nana.sees("Время вышло");
    assertThat(town.value("select ending from emergency_request where workspace_id = %s")).isEqualTo("EXPIRED");
  }

  @Test
  void the_person_thanks_and_the_volunteer_hears_it() {
    asks("Сломала ногу", Media.location(41.70, 44.80));
    takes();
    vera.presses("Выполнена");
    nana.sees("всё сделано. Это так?");
    nana.presses("Спасибо, помогли");
    nana.sees("передать помощнику пару слов");
    nana.writes("Вы золото");
    nana.sees("Передали");
    vera.sees("человек подтвердил");
    vera.sees("Вы золото");
  }

  @Test
  void help_is_needed_still() {
    asks("Сломала ногу", Media.location(41.70, 44.80));
    takes();
    vera.presses("Выполнена");
    nana.sees("Это так?");
    nana.presses("Помощь ещё нужна");
    nana.sees("снова ищем помощников");
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("open");
  }

  @Test
  void silence_after_it_was_done_closes_it() {
    asks("Сломала ногу", Media.location(41.70, 44.80));
    takes();
    vera.presses("Выполнена");
    nana.sees("Это так?");
    pass(Duration.ofHours(25));
    nana.sees("закрыта: помощник отметил");
    assertThat(town.value("select ending from emergency_request where workspace_id = %s")).isEqualTo("FULFILLED");
  }

  @Test
  void not_urgent_is_told_and_appealed_once() {
    asks("Кот на дереве", Media.location(41.70, 44.80));
    vera.sees("Кот на дереве");
    closesWith(vera, "Не срочная помощь");
    nana.sees("Если это срочно, скажите");
    nana.presses("Это срочно");
    nana.sees("Передали координаторам");
    assertThat(town.value("select state from ticket where workspace_id = %s")).isEqualTo("appealed");
  }

  @Test
  void a_live_position_that_moves_is_told_to_the_taker_alone_and_not_for_every_step() {
    int live = asks("Иду домой, за мной идут", Media.live(41.7000, 44.8000));
    takes();
    String area = town.value("select area_latitude || ' ' || area_longitude from emergency_request where workspace_id = %s");
    nana.chat.moves(live, 41.7005, 44.8000);
    town.settles();
    assertThat(vera.texts()).noneMatch(text -> text.contains("в другом месте"));
    nana.chat.moves(live, 41.7100, 44.8000);
    vera.sees("теперь в другом месте");
    nana.chat.moves(live, 41.7200, 44.8000);
    town.settles();
    assertThat(town.value("select latitude from emergency_request where workspace_id = %s")).startsWith("41.72");
    pass(Duration.ofMinutes(2));
    vera.sees("теперь в другом месте");
    assertThat(town.value("select area_latitude || ' ' || area_longitude from emergency_request where workspace_id = %s"))
        .isEqualTo(area);
  }

  @Test
  void the_exact_place_is_nowhere_once_the_request_is_closed() {
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes("Сломала ногу");
    nana.sees("Где вы?");
    nana.writes("Тбилиси, улица Маркерная 77");
    sends();
    nana.sends(Media.location(41.712345, 44.798765));
    nana.sees("Новое место записал");
    takes();
    assertThat(Traces.of(town, "Маркерная")).isNotEmpty();
    assertThat(Traces.of(town, "41.712345")).isNotEmpty();
    nana.presses("Отменить просьбу");
    nana.sees("Точно?");
    nana.presses("Да, отменить");
    nana.sees("отменена");
    town.settles();
    assertThat(Traces.of(town, "Маркерная")).isEmpty();
    assertThat(Traces.of(town, "41.71")).isEmpty();
    assertThat(Traces.of(town, "44.79")).isEmpty();
    assertThat(vera.fromBot()).noneMatch(message -> message.type().equals("location")
        || message.text().contains("Маркерная"));
  }

  @Test
  void a_flood_of_requests_is_stopped_and_coordinators_hear_of_it_once() {
    for (int request = 0; request < 5; request++) {
      asks("Просьба " + request, Media.location(41.70, 44.80));
      nana.presses("Отменить просьбу");
      nana.sees("Точно?");
      nana.presses("Да, отменить");
      nana.sees("отменена");
    }
    nana.presses("Мне нужна помощь");
    assertThat(nana.sees("За сутки можно отправить не больше").text()).contains("112");
    nana.presses("Мне нужна помощь");
    nana.sees("За сутки можно отправить не больше");
    town.settles();
    assertThat(town.said(town.coordinators).stream().filter(message -> message.text().contains("просит о помощи чаще")))
        .hasSize(1);
  }
}
