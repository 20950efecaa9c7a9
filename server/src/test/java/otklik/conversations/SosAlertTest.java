package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import playground.Media;
import playground.Message;

/// «Nobody reacts in N minutes → coordinators are alerted», and «the person may appeal once, and then a coordinator
/// decides».
class SosAlertTest extends Coordination {
  private static final Duration ALARM_AFTER = Duration.ofMinutes(5);

  private List<Message> alerts(String words) {
    return shown().stream().filter(message -> message.text().contains(words)).toList();
  }

  @Test
  void when_nobody_reacts_coordinators_are_called_by_name_once_in_each_search() {
    general("Nino").writes("/open");
    groupShows("Открытых просьб нет.");
    Client ana = volunteer("Ana");
    volunteer("Beso");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    pass(ALARM_AFTER.plusSeconds(1));
    groupShows("@nino, координатор\nПросьба #0001: за 5 мин никто не откликнулся.");
    assertThat(alerts("никто не откликнулся").getFirst().entities().toString()).contains("text_mention", "5102");
    pass(Duration.ofMinutes(20));
    town.settles();
    assertThat(alerts("никто не откликнулся")).hasSize(1);

    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    ana.presses("Вернуть в пул");
    ana.sees("Почему возвращаете");
    ana.writes("Не успеваю");
    ana.sees("снова ищет помощника");
    pass(ALARM_AFTER.plusSeconds(1));
    town.await("the second call", () -> alerts("никто не откликнулся").size() == 2);
  }

  @Test
  void whoever_looked_at_it_has_reacted() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    ana.sees("Нужна помощь");
    pass(Duration.ofSeconds(31));
    cardShows("Спрошено помощников: 1 (получили 1)");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    pass(ALARM_AFTER.plusMinutes(1));
    town.settles();
    assertThat(alerts("никто не откликнулся")).isEmpty();
  }

  @Test
  void the_card_counts_who_pressed_something_even_without_taking() {
    Client ana = volunteer("Ana");
    asks("Упало дерево");
    nana.sends(Media.photo());
    nana.sees("Добавил");
    ana.sees("Нужна помощь");
    ana.presses("Вложения (1)");
    pass(Duration.ofSeconds(31));
    cardShows("Спрошено помощников: 1 (откликнулись 1)");
  }

  @Test
  void where_nobody_can_be_asked_coordinators_are_called_at_once() {
    asks("Упало дерево");
    groupShows("Просьба #0001: спросить некого, ни одного помощника на связи.");
    nana.sees("Координаторы уже знают. Не ждите ответа, звоните:\n112");
  }

  private void isNotUrgent(Client ana) {
    ana.sees("Нужна помощь");
    closesWith(ana, "Не срочная помощь");
    nana.sees("Если это срочно, скажите");
    nana.presses("Это срочно");
    cardShows("человек говорит, что это срочно");
    groupShows("\n#0001: человек говорит, что это срочно. Решите, пожалуйста");
  }

  @Test
  void a_coordinator_agrees_with_an_appeal_and_the_search_goes_on() {
    Client ana = volunteer("Ana");
    Client beso = volunteer("Beso");
    asks("Потеряла кота");
    beso.sees("Нужна помощь");
    isNotUrgent(ana);
    assertThat(presses("Nino", "Вернуть в поиск")).isEqualTo("Готово.");
    nana.sees("Координатор посмотрел просьбу #0001: снова ищем помощников");
    beso.sees("Нужна помощь");
    cardShows("ищем помощь");
    assertThat(hands("Levan").pressesStale(card().id(), keepClosed()).answer())
        .isEqualTo("Уже иначе: посмотрите карточку.");
  }

  @Test
  void a_coordinator_leaves_it_closed_and_there_is_no_second_appeal() {
    Client ana = volunteer("Ana");
    asks("Потеряла кота");
    isNotUrgent(ana);
    assertThat(presses("Nino", "Оставить закрытой")).isEqualTo("Точно? Подтвердите под карточкой.");
    assertThat(presses("Nino", "Да, оставить закрытой")).isEqualTo("Готово.");
    cardShows("закрыта как не срочная: @ana");
    assertThat(nana.sees("оставил её закрытой").button("Это срочно")).isEmpty();
    town.settles();
    assertThat(nana.fromBot()).noneMatch(message -> message.button("Это срочно").isPresent());
    assertThat(hands("Levan").pressesStale(card().id(), keepClosed()).answer()).isEqualTo("Просьба уже закрыта.");
  }

  @Test
  void coordinators_see_who_does_not_think_that_it_is_urgent_and_leave_it_open() {
    Client ana = volunteer("Ana");
    asks("За мной идут");
    ana.sees("Нужна помощь");
    ana.presses("Не срочная помощь");
    ana.presses("Да, закрыть");
    cardShows("Не считают срочной: @ana\nЗакроется как не срочная: ");
    assertThat(presses("Nino", "Оставить открытой")).isEqualTo("Готово.");
    ana.sees("Координатор оставил просьбу #0001 открытой.");
    nana.sees("Просьба #0001 остаётся открытой.");
    pass(Duration.ofMinutes(4));
    town.settles();
    cardShows("ищем помощь");
    general("Nino").writes("/history 1");
    groupShows("не срочная, считает @ana");
    groupShows("координатор оставил открытой: @nino");
  }

  private String keepClosed() {
    return "keep-closed:" + town.value("select id from ticket where workspace_id = %s");
  }
}
