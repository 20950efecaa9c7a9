package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Message;

/// Whatever takes hours and days to come about: recorded first, because all others stand still meanwhile.
final class LongHelpSituations extends TownSituations {
  private static final Duration BETWEEN_SIGNS = Duration.ofMinutes(29);
  /// What was told of a place is told anew after 47 hours.
  private static final int SIGNS = 94;

  LongHelpSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("somebody has been helped for two days", this::isHelpedForTwoDays).then(() -> {
          Client ana = again("Ana");
          assertThat(ana.presses("В пути")).isEqualTo("Передаём. Спасибо.");
        }).later(Duration.ofMinutes(25), () -> again("Ana").presses("На месте"))
            .later(Duration.ofMinutes(50), () -> again("Ana").presses("Всё в порядке"))
            .later(Duration.ofMinutes(62), () -> {
              Client ana = again("Ana");
              ana.seesMessage("the place anew", message -> message.type().equals("location"));
              town.settles();
              assertThat(places(ana)).hasSize(1);
            }),
        Situation.of("whoever helps was asked how it goes", () -> {
          isHelped("Lia", "Заперло дверь", "Gia");
          town.stage.time.advance(BETWEEN_SIGNS);
          givesASign(again("Ana"));
          pass(Duration.ofMinutes(2));
          again("Gia").chat.messages(message -> message.text().contains("как у вас дела?")).getFirst();
        }).later(Duration.ofMinutes(25), () -> {
          again("Lia").sees("Gia не отвечает. Ищем дальше.");
          again("Gia").sees("От вас долго не было ответа");
        }),
        Situation.of("a coordinator agrees with an appeal", () -> {
          areClosedAsNotUrgent();
          appeals("Mzia");
        }).then(() -> {
          assertThat(presses("Nino", "Потеряла кота", "Вернуть в поиск")).isEqualTo("Готово.");
          again("Mzia").sees("снова ищем помощников");
        }),
        Situation.of("a coordinator doesn't agree with an appeal", () -> appeals("Tea")).then(() -> {
          presses("Nino", "Забыла зонт", "Оставить закрытой");
          assertThat(presses("Nino", "Забыла зонт", "Да, оставить закрытой")).isEqualTo("Готово.");
          again("Tea").sees("оставил её закрытой");
        }),
        Situation.of("somebody may appeal", () -> { }).then(() -> {
          Client eka = again("Eka");
          eka.presses("Это срочно");
          eka.sees("Передали координаторам");
        }));
  }

  private void pass(Duration time) {
    town.settles();
    town.stage.time.advance(time);
    town.settles();
  }

  private void isHelpedForTwoDays() {
    Client nana = isHelped("Nana", "Сломала ногу", "Ana");
    Client ana = again("Ana");
    for (int sign = 0; sign < SIGNS; sign++) {
      pass(BETWEEN_SIGNS);
      givesASign(ana);
      if (nana.fromBot().stream().anyMatch(message -> message.button("Продлить").isPresent())) {
        nana.presses("Продлить");
      }
    }
    nana.sees("открыта ещё 24 часа");
    assertThat(stateOf(nana)).isEqualTo("taken");
  }

  private static void givesASign(Client helper) {
    Message card = helper.chat.messages(message -> message.text().contains("Вы помогаете")).getLast();
    helper.chat.presses(card.id(), "В пути").answer();
  }

  private static List<Message> places(Client client) {
    return client.fromBot().stream().filter(message -> message.type().equals("location")).toList();
  }

  private void areClosedAsNotUrgent() {
    Client beso = volunteer("Beso");
    isNotUrgent(beso, "Mzia", "Потеряла кота");
    isNotUrgent(beso, "Tea", "Забыла зонт");
    isNotUrgent(beso, "Eka", "Хочу гулять");
    pass(Duration.ofMinutes(2).plusSeconds(1));
  }

  private void isNotUrgent(Client volunteer, String asker, String story) {
    asks(asker, story);
    Message copy = volunteer.sees(story);
    volunteer.chat.presses(copy.id(), "Не срочная помощь").answer();
    volunteer.sees("для всех как не срочную?");
    assertThat(volunteer.presses("Да, закрыть")).contains("закроется через 2 минуты");
  }

  private void appeals(String asker) {
    Client client = again(asker);
    client.presses("Это срочно");
    town.await("the appeal", () -> stateOf(client).equals("appealed"));
  }
}
