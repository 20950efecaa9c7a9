package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playground.Media;
import playground.Message;

/// «The person may appeal once, and then a coordinator decides.»
class SosAppealTest extends Neighbours {
  private Client nana;
  private Client vera;

  @BeforeEach
  void joinATown() {
    town.joins(town.tbilisi, "Тбилиси");
    nana = member("Nana");
    vera = volunteer("Vera");
  }

  private void isNotUrgent() {
    vera.sees("Нужна помощь");
    closesWith(vera, "Не срочная помощь");
    assertThat(nana.sees("Если это срочно, скажите").text()).contains("112");
  }

  private void coordinatorPresses(String button) {
    town.await("the button " + button, () -> withButton(button) != null);
    Message card = withButton(button);
    town.coordinator("Nino").in(town.coordinators).topic(card.threadId()).presses(card.id(), button);
  }

  private Message withButton(String button) {
    return inCoordinators().stream().filter(message -> message.button(button).isPresent()).findFirst().orElse(null);
  }

  @Test
  void a_coordinator_returns_it_to_the_search() {
    asks(nana, "Кот на дереве", Media.location(41.70, 44.80));
    isNotUrgent();
    nana.presses("Это срочно");
    assertThat(nana.sees("Передали координаторам").text()).contains("пришлите их ещё раз");
    assertThat(nana.chat.keyboard()).containsExactly("Отправить моё место");
    nana.sends(Media.location(41.71, 44.81));
    nana.sees("Новое место записали");
    coordinatorPresses("Вернуть в поиск");
    nana.sees("снова ищем помощников");
    takes(vera);
    assertThat(vera.fromBot()).anyMatch(message -> message.type().equals("location"));
  }

  @Test
  void whoever_tells_another_meanwhile_has_one_request_with_both() {
    asks(nana, "Кот на дереве", Media.location(41.70, 44.80));
    isNotUrgent();
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes("Он падает");
    nana.sees("Где вы?");
    nana.sends(Media.location(41.71, 44.81));
    nana.sees("Проверьте, пожалуйста");
    nana.presses("Это срочно");
    nana.sees("Передали координаторам");
    nana.presses("Отправить");
    nana.sees("добавили к ней этот рассказ и место");
    coordinatorPresses("Вернуть в поиск");
    nana.sees("снова ищем помощников");
    takes(vera);
    assertThat(vera.texts()).anyMatch(text -> text.contains("Кот на дереве\nОн падает"));
    assertThat(vera.fromBot()).anyMatch(message -> message.type().equals("location"));
  }

  @Test
  void a_coordinator_leaves_it_closed_and_there_is_no_second_appeal() {
    asks(nana, "Кот на дереве", Media.location(41.70, 44.80));
    isNotUrgent();
    nana.presses("Это срочно");
    nana.sees("Передали координаторам");
    coordinatorPresses("Оставить закрытой");
    coordinatorPresses("Да, оставить закрытой");
    assertThat(nana.sees("оставил её закрытой").text()).contains("112");
    assertThat(state()).isEqualTo("closed");
    assertThat(nana.fromBot().getLast().buttons()).isEmpty();
    Message asked = nana.fromBot().stream().filter(message -> message.text().contains("Если это срочно"))
        .findFirst().orElseThrow();
    String ticket = town.value("select id from ticket where workspace_id = %s");
    assertThat(nana.chat.pressesStale(asked.id(), "appeal:" + ticket).answer())
        .isEqualTo("Эта кнопка больше не действует.");
  }

  @Test
  void whoever_gave_an_address_is_not_asked_for_a_position() {
    asks(nana, "Кот на дереве", "Тбилиси, Руставели 24");
    isNotUrgent();
    nana.presses("Это срочно");
    assertThat(nana.sees("Передали координаторам").text()).contains("Адрес, контакты и коды удалились");
    assertThat(nana.chat.keyboard()).isEmpty();
  }

  @Test
  void coordinators_who_decide_nothing_are_called_again_and_nobody_is_told_that_nobody_came() {
    asks(nana, "Кот на дереве", Media.location(41.70, 44.80));
    isNotUrgent();
    nana.presses("Это срочно");
    nana.sees("Передали координаторам");
    pass(Duration.ofMinutes(5).plusSeconds(1));
    town.await("coordinators to be called again", () -> inCoordinators().stream()
        .anyMatch(message -> message.text().contains("5 мин назад сообщил, что помощь срочная")));
    pass(Duration.ofHours(24));
    assertThat(nana.sees("Координаторы не успели рассмотреть просьбу #0001").text()).contains("112");
    assertThat(nana.texts()).noneMatch(text -> text.contains("никто не взял"));
  }
}
