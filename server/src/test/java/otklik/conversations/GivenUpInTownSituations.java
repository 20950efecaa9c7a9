package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import playground.Fault;
import playground.Fault.Kind;
import playground.Message;

/// What was given up around a panic button can be sent again.
final class GivenUpInTownSituations extends TownSituations {
  private static final String AGAIN = "Отправить ещё раз";

  GivenUpInTownSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("a coordinator's words were given up", () -> {
          volunteer("Ana"); // else coordinators are told that nobody is there
          Client nana = asks("Nana", "Упало дерево");
          isNotConfirmedIn(nana.person.id());
          hands("Nino", "Упало дерево").writes("Вы где?");
          waitsFor("Мессенджер не подтвердил доставку");
        }).then(() -> {
          assertThat(pressesAgain("Мессенджер не подтвердил доставку")).isEqualTo("Отправляю ещё раз…");
          again("Nana").sees("Вы где?");
          coordinatorsSee("Дошло.");
        }),
        Situation.of("a request's card was given up", () -> {
          prepares("Lia", "Заперта дверь");
          isNotConfirmedIn(town.coordinators.id());
          again("Lia").presses("Отправить");
          waitsFor("Мессенджер не подтвердил карточку");
        }).then(() -> {
          pressesAgain("Мессенджер не подтвердил карточку");
          cardShows("Заперта дверь", "ищем помощь");
        }));
  }

  private void isNotConfirmedIn(long chat) {
    town.stage.playground.fault(Fault.of(Kind.BAD_GATEWAY).forMethods("sendMessage").inChat(chat).times(3));
  }

  private void waitsFor(String words) {
    town.await(words, () -> {
      town.stage.time.advance(Duration.ofSeconds(1));
      return line(words) != null;
    });
    town.settles();
  }

  private String pressesAgain(String words) {
    return town.coordinator("Nino").in(town.coordinators).topic(line(words).threadId())
        .presses(line(words).id(), AGAIN).answer();
  }

  private Message line(String words) {
    return town.said(town.coordinators).stream().filter(message -> message.text().contains(words)).findFirst()
        .orElse(null);
  }
}
