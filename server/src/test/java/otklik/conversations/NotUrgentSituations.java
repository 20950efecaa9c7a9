package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Message;

/// Requests that somebody doesn't think urgent, and that are about to be closed.
final class NotUrgentSituations extends TownSituations {
  NotUrgentSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("somebody may object", () -> isAboutToClose("Nana", "За мной идут", "Ana")).then(() -> {
          Client nana = again("Nana");
          nana.presses("Это срочно");
          nana.sees("остаётся открытой");
          again("Ana").sees("Человек сказал, что просьба");
        }),
        Situation.of("a volunteer may think better of it", () -> isAboutToClose("Lia", "Нужен репетитор", "Beso"))
            .then(() -> {
              Client beso = again("Beso");
              assertThat(beso.presses("Оставить открытой")).isEqualTo("Хорошо, просьба остаётся открытой.");
              again("Lia").sees("остаётся открытой");
            }),
        Situation.of("a coordinator may leave it open", () -> isAboutToClose("Mzia", "Скучно", "Dato")).then(() -> {
          assertThat(presses("Nino", "Скучно", "Оставить открытой")).isEqualTo("Готово.");
          again("Dato").sees("Координатор оставил просьбу");
        }),
        Situation.of("nobody objects", () -> isAboutToClose("Tea", "Купите хлеба", "Gia"))
            .later(Duration.ofMinutes(3), () -> {
              Client tea = again("Tea");
              tea.sees("Если это срочно, скажите");
              tea.presses("Это срочно");
              tea.sees("Передали координаторам");
              assertThat(stateOf(tea)).isEqualTo("appealed");
            }),
        Situation.of("the question whether to close it stands", () -> {
          Client koba = volunteer("Koba");
          asks("Eka", "Не спится");
          pressesNotUrgent(koba, "Не спится");
        }).then(() -> {
          Client koba = again("Koba");
          assertThat(koba.presses("Да, закрыть")).contains("закроется через 2 минуты");
          again("Eka").sees("через 2 минуты она закроется");
        }),
        Situation.of("nobody helps any more whom they objected to", () -> {
          Client sopo = isHelped("Sopo", "Он у двери", "Zura");
          Client zura = again("Zura");
          zura.presses("Не соответствует");
          zura.sees("для всех как не срочную?");
          zura.presses("Да, закрыть");
          sopo.sees("через 2 минуты она закроется");
          sopo.presses("Это срочно");
          sopo.sees("остаётся открытой");
        }).then(() -> {
          Client sopo = again("Sopo");
          sopo.writes("Он вернулся");
          sopo.sees("Это увидит только тот, кто возьмётся помочь.");
          town.settles();
          assertThat(town.said(town.coordinators)).noneMatch(message -> message.text().contains("Он вернулся"));
        }));
  }

  private void isAboutToClose(String asker, String story, String volunteer) {
    Client helps = volunteer(volunteer);
    Client asks = asks(asker, story);
    pressesNotUrgent(helps, story);
    assertThat(helps.presses("Да, закрыть")).contains("закроется через 2 минуты");
    asks.sees("через 2 минуты она закроется");
  }

  private static void pressesNotUrgent(Client volunteer, String story) {
    Message copy = volunteer.sees(story);
    volunteer.chat.presses(copy.id(), "Не срочная помощь").answer();
    volunteer.sees("для всех как не срочную?");
  }
}
