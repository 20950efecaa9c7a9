package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playground.Media;

/// «An open request lives 24 hours by default; both sides are warned before the end; the person can extend with one tap
/// … If nobody takes it, it closes and the person is told so.»
class SosTimesTest extends Neighbours {
  private Client nana;
  private Client vera;

  @BeforeEach
  void joinATown() {
    town.joins(town.tbilisi, "Тбилиси");
    nana = member("Nana");
    vera = volunteer("Vera");
  }

  @Test
  void both_sides_are_warned_and_the_volunteer_extends_too() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    pass(Duration.ofHours(22).plusMinutes(55));
    takes(vera);
    pass(Duration.ofMinutes(10));
    nana.sees("Просьба #0001 закроется через 1 час");
    vera.sees("Просьба #0001, которую вы взяли, закроется через 1 час");
    vera.presses("Продлить");
    vera.sees("открыта ещё 24 часа");
    assertThat(nana.presses("Продлить")).isNullOrEmpty();
    nana.sees("открыта ещё 24 часа");
    assertThat(state()).isEqualTo("taken");
  }

  @Test
  void nobody_took_it_and_the_person_is_told_so_with_the_numbers() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    vera.sees("Сломала ногу");
    pass(Duration.ofHours(23).plusMinutes(1));
    nana.sees("закроется через 1 час");
    pass(Duration.ofHours(1));
    assertThat(nana.sees("Время вышло, и просьбу #0001 никто не взял").text()).contains("112");
    town.settles();
    assertThat(ending()).isEqualTo("EXPIRED");
    town.await("the copy to say so", () -> vera.texts().contains("Просьба #0001 закрыта: её время вышло."));
    assertThat(nana.presses("Продлить")).isEqualTo("Эта кнопка больше не действует.");
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
  }

  @Test
  void a_clock_that_was_put_back_closes_nothing_early_and_loses_nothing() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    vera.sees("Сломала ногу");
    pass(Duration.ofHours(-3));
    nana.writes("Левую");
    nana.sees("Добавили к просьбе");
    assertThat(state()).isEqualTo("open");
    pass(Duration.ofHours(26).plusMinutes(5));
    nana.sees("закроется через 1 час");
    pass(Duration.ofHours(1));
    nana.sees("Время вышло");
    assertThat(ending()).isEqualTo("EXPIRED");
  }

  @Test
  void words_of_thanks_are_waited_for_only_a_while() {
    asks(nana, "Сломала ногу", Media.location(41.70, 44.80));
    takes(vera);
    vera.presses("Выполнена");
    nana.sees("Это так?");
    nana.presses("Спасибо, помогли");
    nana.sees("пару слов");
    pass(Duration.ofMinutes(16));
    town.await("the question to be forgotten",
        () -> town.count("select count(*) from dialog where workspace_id = %s") == 0);
    nana.writes("Вера, вы где?");
    nana.sees("Сообщение получено");
    assertThat(vera.texts()).noneMatch(text -> text.contains("вы где"));
  }
}
