package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import otklik.storage.AlsoOnPostgres;

/// «On a free request: [Взять в работу] (only one helper at a time: one atomic step, everyone else's copy changes at
/// once)», and what follows for whoever has taken it.
@AlsoOnPostgres
class SosTakingTest extends TownConversation {
  private Client nana;
  private Client ana;
  private Client beso;

  @Override
  Town newTown(Stage stage) {
    return stage.newOpenTown();
  }

  @BeforeEach
  void ask() {
    town.joins(town.tbilisi, "Тбилиси");
    ana = volunteer("Ana");
    beso = volunteer("Beso");
    nana = resident("Nana");
    nana.presses("Мне нужна помощь");
    nana.sees("Что случилось?");
    nana.writes("Сломала ногу");
    nana.sees("Где вы?");
    nana.writes("Руставели 24");
    nana.sees("Проверьте, пожалуйста");
    nana.presses("Отправить");
  }

  private Client resident(String name) {
    Client client = person(name);
    client.starts("");
    client.sees("В каком вы городе?");
    town.tbilisi.add(client.person);
    client.writes("Тбилиси");
    client.sees("Вы участник чата");
    return client;
  }

  private Client volunteer(String name) {
    Client client = resident(name);
    client.presses("Хочу стать помощником");
    client.sees("вы теперь помощник");
    return client;
  }

  @Test
  void everybody_sees_the_area_and_only_the_taker_the_address() {
    assertThat(ana.sees("Нужна помощь").text()).contains("Сломала ногу", "@nana").doesNotContain("Руставели");
    beso.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Адрес: Руставели 24");
    ana.sees("Вы помогаете");
    nana.sees("Ana идёт на помощь. Связь: @ana");
    town.settles();
    assertThat(beso.texts()).anyMatch(text -> text.contains("Взял(а) Ana"))
        .noneMatch(text -> text.contains("Руставели"));
  }

  @Test
  void whoever_comes_second_is_told_who_was_first() {
    ana.sees("Нужна помощь");
    beso.sees("Нужна помощь");
    var late = beso.fromBot().getLast();
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    assertThat(beso.chat.pressesStale(late.id(), late.buttons().getFirst().getFirst().data()).answer())
        .isEqualTo("Уже взял(а) Ana");
  }

  @Test
  void a_request_that_is_given_back_travels_with_its_remark_and_the_address_is_gone() {
    ana.sees("Нужна помощь");
    beso.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    ana.presses("Вернуть в пул");
    ana.sees("Почему возвращаете");
    ana.writes("Нужна машина");
    ana.sees("снова ищет помощника");
    nana.sees("Ana не сможет помочь. Ищем дальше.");
    assertThat(beso.sees("Нужна помощь").text()).contains("Помощник до вас: «Нужна машина»");
    town.settles();
    assertThat(ana.texts()).noneMatch(text -> text.contains("Руставели"));
  }

  @Test
  void words_of_the_one_who_helps_reach_the_person() {
    ana.sees("Нужна помощь");
    ana.presses("Взять в работу");
    ana.sees("Вы помогаете");
    ana.writes("Буду через десять минут");
    nana.sees("Ana (помогает вам):\nБуду через десять минут");
    ana.presses("В пути");
    nana.sees("Ana в пути.");
  }
}
