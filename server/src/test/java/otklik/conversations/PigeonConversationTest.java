package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.channels.Network;
import otklik.channels.pigeon.Loft;
import otklik.kernel.Eventually;
import otklik.operations.Doctor;
import otklik.storage.TestDatabases;
import otklik.workspaces.Installation;

/// A panic button on a messenger that the program has never heard of: one folder, named in the configuration.
class PigeonConversationTest {
  private static final String RING = "ring-7f3a";
  private static final String OFFICE = "flock-office";
  private static final String CITY = "flock-city";

  @TempDir Path folder;
  private final String name = UUID.randomUUID().toString();
  private final Loft loft = Loft.named(name);
  private Stage stage;

  @BeforeEach
  void open() throws IOException {
    loft.forges(RING, "otklik");
    loft.settles("nino", "Nino");
    loft.settles("giorgi", "Giorgi");
    loft.gathers(OFFICE, "Координаторы");
    loft.joins(OFFICE, "otklik", true);
    loft.joins(OFFICE, "nino", false);
    loft.gathers(CITY, "Тбилиси помогает");
    loft.joins(CITY, "giorgi", true);
    Files.writeString(folder.resolve("pigeons.yaml"), """
        workspaces:
          - name: coop
            timezone: Asia/Tbilisi
            language: ru
            channels:
              - name: button
                messenger: pigeon
                ring: %s
                scenario: emergency
                emergency:
                  coordinators-chat-id: %s
                  coordinators: [nino]
                  country: GE
                  approve-chats: off
        """.formatted(RING, OFFICE));
    stage = new Stage(TestDatabases.SQLITE.ready(), folder, false, 0,
        Map.of("CONFIG", "pigeons.yaml", "PIGEON_LOFT", name));
    loft.livesBy(stage.time);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private void says(String person, String text) {
    loft.writes(RING, person, person, text, null, null);
  }

  private List<Loft.Letter> letters(String chat) {
    return loft.letters(chat).stream().filter(letter -> letter.from().equals("otklik")).toList();
  }

  /// What was said so far is known in the program as well: an answer to it finds it.
  private boolean isSettled() {
    return loft.waiting(RING) == 0 && stage.value("select (select count(*) from inbox where state = 'pending')"
        + " + (select count(*) from delivery where state = 'pending')").equals("0");
  }

  /// The newest letter there that says so.
  private Loft.Letter sees(String chat, String words) {
    List<Loft.Letter> found = new ArrayList<>();
    Eventually.becomesTrue(() -> {
      found.clear();
      letters(chat).stream().filter(letter -> letter.text().contains(words)).forEach(found::add);
      return !found.isEmpty() && isSettled();
    }, () -> words + " among\n" + loft, stage.time);
    return found.getLast();
  }

  private void tears(String person, String words, String corner) {
    loft.tears(RING, person, person, sees(person, words).id(), corner);
  }

  private void resides(String person, String shown) {
    loft.settles(person, shown);
    loft.joins(CITY, person, false);
    says(person, "/start");
    sees(person, "В каком вы городе?");
    says(person, "Тбилиси");
    sees(person, "Вы участник чата");
  }

  private void volunteers(String person, String shown) {
    resides(person, shown);
    tears(person, "Вы участник чата", "Хочу стать помощником");
    sees(person, "вы теперь помощник");
  }

  private void asks() {
    loft.takesIn(RING, CITY, "giorgi");
    loft.writes(RING, CITY, "giorgi", "Тбилиси", null, sees(CITY, "В каком городе этот чат?").id());
    sees(CITY, "Город: Тбилиси");
    volunteers("ana", "Ana");
    volunteers("beso", "Beso");
    resides("nana", "Nana");
    tears("nana", "Вы участник чата", "Мне нужна помощь");
    sees("nana", "Что случилось?");
    says("nana", "Сломала ногу");
    sees("nana", "Где вы?");
    says("nana", "Руставели 24");
    tears("nana", "Проверьте, пожалуйста", "Отправить");
  }

  @Test
  void somebody_in_need_is_helped_and_whoever_is_late_learns_who_was_first() {
    asks();
    Loft.Letter request = sees("ana", "Нужна помощь");
    assertThat(request.text()).contains("Сломала ногу").doesNotContain("Руставели");
    sees(OFFICE, "ищем помощь");
    loft.tears(RING, "ana", "ana", request.id(), "Взять в работу");
    sees("ana", "Адрес: Руставели 24");
    sees("nana", "Ana идёт на помощь");
    sees(OFFICE, "взял(а) Ana");
    says("ana", "Буду через десять минут");
    sees("nana", "Буду через десять минут");
    stage.restart();
    says("nana", "Спасибо");
    sees("ana", "Спасибо");
    tears("beso", "Нужна помощь", "Взять в работу");
    sees("beso", "Уже взял(а) Ana");
  }

  @Test
  void the_longest_story_is_cut_to_letters_of_this_messenger() {
    asks();
    tears("ana", "Нужна помощь", "Взять в работу");
    sees("nana", "Ana идёт на помощь");
    says("nana", "Подробности: " + "и ещё ".repeat(400) + "конец.");
    Loft.Letter last = sees("ana", "конец.");
    assertThat(letters("ana")).allSatisfy(letter -> assertThat(letter.text()).hasSizeLessThanOrEqualTo(1_000));
    assertThat(letters("ana").indexOf(last) - letters("ana").indexOf(sees("ana", "Подробности"))).isEqualTo(2);
  }

  @Test
  void the_doctor_finds_everything_right_and_nobody_hears_of_it() throws InterruptedException {
    List<String> lines = new ArrayList<>();
    Installation installation = stage.bean(Installation.class);
    Network network = installation.server().network(Duration.ofSeconds(3), Duration.ofSeconds(5), stage.time);
    assertThat(Doctor.command(installation, network, lines::add)).as(lines.toString()).isZero();
    assertThat(lines).contains("✓ coop/button: Pigeon Post принимает ключи доступа, это otklik.",
        "✓ coop/button: Группа найдена, бот в ней: «Координаторы» (flock-office).",
        "✓ coop/button: Nino (nino) состоит в «Координаторы».");
    assertThat(lines.toString()).doesNotContain(RING);
  }
}
