package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/// Words of whoever has several conversations, while they are asked to whom these go.
final class ToWhomSituations extends TownSituations {
  private static final String QUESTION = "Кому это передать?";

  ToWhomSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("words are for one of two", () -> isAskedToWhom("Ana", "Nana", "Vera", "Выезжаю")).then(() -> {
          Client ana = again("Ana");
          ana.writes("Ждите у входа");
          town.settles();
          ana.presses(button("Vera"));
          Client vera = again("Vera");
          vera.sees("Выезжаю");
          vera.sees("Ждите у входа");
          assertThat(again("Nana").texts()).noneMatch(text -> text.contains("Выезжаю"));
        }),
        Situation.of("words are for nobody", () -> isAskedToWhom("Beso", "Lia", "Mzia", "Не туда")).then(() -> {
          Client beso = again("Beso");
          assertThat(beso.presses("Никому")).isEqualTo("Никому не передали.");
        }),
        Situation.of("nobody says to whom words go", () -> isAskedToWhom("Dato", "Tea", "Eka", "Тайное слово"))
            .later(Duration.ofMinutes(3), () -> again("Dato").sees("ещё никому не передано"))
            .later(Duration.ofMinutes(65), () -> {
              again("Dato").sees("Никому не передали.");
              assertThat(town.count(
                  "select count(*) from message where workspace_id = %s and text = 'Тайное слово'")).isZero();
            }),
        Situation.of("words are for coordinators or the helper", () -> {
          Client keti = isHelped("Keti", "Горит сарай", "Gia");
          hands("Nino", "Горит сарай").writes("Пожарных вызвали?");
          keti.sees("Пожарных вызвали?");
          keti.writes("Да, едут");
          keti.sees(QUESTION);
        }).then(() -> {
          Client keti = again("Keti");
          keti.presses("Координаторам");
          keti.sees("Передали координаторам");
          coordinatorsSee("Да, едут");
          assertThat(again("Gia").texts()).noneMatch(text -> text.contains("Да, едут"));
        }));
  }

  private void isAskedToWhom(String helper, String one, String other, String words) {
    Client helps = volunteer(helper);
    for (String asker : List.of(one, other)) {
      asks(asker, "Беда у " + asker);
      takes(helps, "Беда у " + asker);
    }
    helps.writes(words);
    helps.sees(QUESTION);
  }

  private String button(String asker) {
    return card("Беда у " + asker).text().split(" ")[0] + " · " + asker;
  }
}
