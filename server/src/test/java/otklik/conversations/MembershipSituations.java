package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import playground.Fault;
import playground.Media;

/// Presses and words that wait until the messenger has said who is a member.
final class MembershipSituations extends TownSituations {
  MembershipSituations(Town town) {
    super(town);
  }

  /// Long before: what the messenger said is believed for minutes only.
  @Override
  void prepare() {
    super.prepare();
    town.joins(town.kutaisi, "Кутаиси");
    List.of("Ana", "Beso").forEach(this::volunteer);
    List.of("Lia", "Mzia", "Dato").forEach(this::resident);
    town.kutaisi.add(again("Mzia").person);
    town.settles();
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("a press waits for the messenger's word", () -> {
          asks("Nana", "Упало дерево");
          Client lia = again("Lia");
          tells(lia, "Заперта дверь");
          lia.sends(Media.location(41.7000, 44.8000));
          lia.sees("Проверьте, пожалуйста");
          town.settles();
          town.stage.playground.fault(
              Fault.of(Fault.Kind.SILENCE).forMethods("getChatMember").inChat(town.tbilisi.id()));
          asksTheMessenger("Ana", "Взять в работу");
        }).then(() -> {
          again("Ana").sees("Вы помогаете");
          again("Nana").sees("Ana идёт на помощь");
        }),
        Situation.of("a vote waits for the messenger's word", () -> {
          Client beso = again("Beso");
          beso.presses("Не срочная помощь");
          asksTheMessenger("Beso", "Да, закрыть");
        }).then(() -> {
          town.settles();
          assertThat(town.count("select count(*) from membership_question where workspace_id = %s")).isZero();
        }),
        Situation.of("a request waits for the messenger's word", () -> asksTheMessenger("Lia", "Отправить"))
            .then(() -> {
              again("Lia").sees("отправлена");
              cardShows("Заперта дверь", "ищем помощь");
            }),
        Situation.of("a beginning waits for the nearer chat's word", () -> {
          again("Mzia").starts("");
          town.await("the farther chat to answer", () -> town.count("select count(*) from membership_question"
              + " where workspace_id = %s and wish = 'start' and answer = 'YES'") == 1);
        }).then(() -> again("Mzia").sees("Вы участник чата «" + town.tbilisi.title() + "»")),
        Situation.of("a volunteer's word waits for the messenger's", () -> {
          long before = questions();
          assertThat(again("Dato").presses("Хочу стать помощником")).isEqualTo("Проверяем…");
          town.await("the question", () -> questions() > before);
        }).then(() -> again("Dato").sees("вы теперь помощник")));
  }

  private void asksTheMessenger(String name, String button) {
    long before = questions();
    again(name).pressed(button);
    town.await("the question who " + name + " is", () -> questions() > before);
  }

  private long questions() {
    return town.count("select count(*) from membership_question where workspace_id = %s");
  }
}
