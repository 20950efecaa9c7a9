package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// Where two must agree that a request isn't urgent: one has said so.
final class TwoVotesSituations extends TownSituations {
  TwoVotesSituations(Town town) {
    super(town);
  }

  @Override
  void prepare() {
    super.prepare();
    town.await("the coordinators to hear of the chat", () -> town.said(town.coordinators).stream()
        .anyMatch(message -> message.text().contains(town.tbilisi.title())));
  }

  @Override
  List<Situation> all() {
    return List.of(Situation.of("one vote of two is given", () -> {
      Client ana = volunteer("Ana");
      volunteer("Beso");
      asks("Nana", "Нужен репетитор");
      ana.sees("Нужен репетитор");
      ana.presses("Не срочная помощь");
      ana.sees("для всех как не срочную?");
      assertThat(ana.presses("Да, закрыть")).isEqualTo("Учтено. Нужен ещё 1 голос.");
    }).then(() -> {
      Client beso = again("Beso");
      beso.presses("Не срочная помощь");
      beso.sees("для всех как не срочную?");
      assertThat(beso.presses("Да, закрыть")).contains("закроется через 2 минуты");
      again("Nana").sees("через 2 минуты она закроется");
      assertThat(again("Ana").presses("Оставить открытой")).contains("остаётся открытой");
    }));
  }
}
