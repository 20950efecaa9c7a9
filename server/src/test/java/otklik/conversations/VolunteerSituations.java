package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/// Volunteers as long as nobody needs them: they come, rest, wake and leave.
final class VolunteerSituations extends TownSituations {
  VolunteerSituations(Town town) {
    super(town);
  }

  @Override
  List<Situation> all() {
    return List.of(
        Situation.of("a volunteer's city is to be named", () -> {
          Client nana = newcomer("Nana");
          town.tbilisi.add(nana.person);
          nana.presses("Хочу стать помощником");
          nana.sees("В каком городе вы готовы помогать?");
        }).then(() -> {
          Client nana = again("Nana");
          nana.writes("Рустави");
          nana.sees("Ваш город: Рустави, Грузия");
          nana.sees("вы теперь помощник");
        }),
        Situation.of("somebody wants to help", () -> resident("Beka")).then(() -> {
          Client beka = again("Beka");
          beka.presses("Хочу стать помощником");
          beka.sees("вы теперь помощник");
        }),
        Situation.of("a volunteer is there", () -> volunteer("Dato")).then(() -> {
          Client dato = again("Dato");
          dato.presses("Приостановить");
          dato.sees("Пауза.");
        }),
        Situation.of("a volunteer pauses", () -> {
          Client eka = volunteer("Eka");
          eka.presses("Приостановить");
          eka.sees("Пауза.");
        }).then(() -> {
          Client eka = again("Eka");
          eka.presses("Возобновить");
          eka.sees("Снова пишем вам");
        }),
        Situation.of("a volunteer leaves", () -> volunteer("Gela")).then(() -> {
          Client gela = again("Gela");
          gela.presses("Больше не помогать");
          gela.sees("Вы больше не помощник");
        }),
        Situation.of("quiet hours are to be written", () -> isAskedWhenToRest("Irakli")).then(() -> {
          Client irakli = again("Irakli");
          irakli.writes("с 22 до 8");
          irakli.sees("Тихие часы: 22:00–08:00");
        }),
        Situation.of("quiet hours are to be chosen", () -> isAskedWhenToRest("Keti")).then(() -> {
          Client keti = again("Keti");
          keti.presses("23:00–07:00");
          keti.sees("Тихие часы: 23:00–07:00");
          assertThat(town.value("select quiet_from from volunteer v join person p on p.workspace_id = v.workspace_id"
              + " and p.id = v.person_id where v.workspace_id = %s and p.name = 'Keti'")).isEqualTo("1380");
        }),
        Situation.of("a volunteer sleeps while somebody asks", () -> {
          Client lado = volunteer("Lado");
          lado.presses("Приостановить");
          lado.sees("Пауза.");
          lado.presses("Тихие часы");
          lado.sees("Когда вас не беспокоить?");
          lado.writes("9:00–18:00");
          lado.sees("Тихие часы: 09:00–18:00");
          asks("Maka", "Потеряла очки");
          lado.presses("Возобновить");
          lado.sees("Снова пишем вам");
        }).later(Duration.ofHours(8), () -> again("Lado").sees("Потеряла очки")));
  }

  private void isAskedWhenToRest(String name) {
    Client client = volunteer(name);
    client.presses("Тихие часы");
    client.sees("Когда вас не беспокоить?");
  }
}
