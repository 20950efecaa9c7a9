package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import otklik.storage.AlsoOnPostgres;
import playground.GroupHands;
import playground.Message;

/// Codes, and the commands with which admins keep them.
@AlsoOnPostgres
class CodesTest extends Conversation {
  private int heard;

  /// What the bot answers to a command in General.
  private String ordered(String command) {
    GroupHands marek = desk.operator("Marek").in(desk.group);
    int given = marek.writes(command);
    desk.await("an answer to " + command, () -> answerTo(given).isPresent());
    return answerTo(given).orElseThrow().text();
  }

  private java.util.Optional<Message> answerTo(int command) {
    return desk.group.messages(0).stream().filter(message -> message.replyTo() == command).findFirst();
  }

  private String newCode(String order) {
    String answer = ordered("/newcode " + order);
    assertThat(answer).startsWith("Код для ");
    return answer.lines().findFirst().orElseThrow().replaceAll(".*: ", "");
  }

  @Test
  void a_new_code_lets_people_in_as_often_as_it_may() {
    String code = newCode("portal uses=1");
    assertThat(ordered("/codes").lines()).contains("ACME-1 — Acme / Portal · вошло: 0 · действует",
        "ACME-OLD — Acme / Old · вошло: 0 · проект выключен", code + " — Acme / Portal · осталось: 1 · действует");

    person("Olena").bound(code).starts(code);
    Client timur = person("Timur");
    timur.starts(code);
    timur.sees("Этим кодом уже воспользовались столько раз");
    timur.sees("нужен код проекта");
    assertThat(ordered("/codes")).contains(code + " — Acme / Portal · осталось: 0 · исчерпан");
  }

  @Test
  void of_two_who_come_at_once_with_the_last_use_one_gets_in() {
    for (int round = 0; round < 5; round++) {
      String code = newCode("Portal uses=1");
      Client olena = person("Olena" + round);
      Client timur = person("Timur" + round);
      Faulty.atOnce(() -> olena.starts(code), () -> timur.starts(code));
      desk.settles();
      assertThat(List.of(olena, timur)).filteredOn(client -> client.texts().stream()
          .anyMatch(text -> text.startsWith("Вы подключены"))).hasSize(1);
      assertThat(desk.value("select used from invite where workspace_id = %s and code = '" + code + "'")).isEqualTo("1");
    }
  }

  @Test
  void a_code_expires() {
    String code = newCode("Acme / Portal days=2");
    assertThat(ordered("/codes")).contains(code + " — Acme / Portal · вошло: 0 · до ");
    desk.stage.time.advance(Duration.ofDays(2));
    Client olena = person("Olena");
    olena.starts(code);
    olena.sees("Срок этого кода истёк");
  }

  @Test
  void a_revoked_code_stays_off_after_a_restart_though_the_file_declares_it() {
    Client olena = person("Olena").bound("ACME-1");
    assertThat(ordered("/revoke acme-1")).contains("и после перезапуска тоже");
    assertThat(ordered("/revoke ACME-1")).contains("и так выключен");
    assertThat(ordered("/revoke NO-SUCH")).contains("Такого кода нет");
    desk.restart();
    Client timur = person("Timur");
    timur.starts("ACME-1");
    timur.sees("Этот код больше не действует");
    olena.opensTicket("Другое", "Мне всё ещё можно");
    assertThat(ordered("/codes")).contains("ACME-1 — Acme / Portal · вошло: 1 · выключен");
    assertThat(desk.value("select coalesce(invite_code, 'none') from projects where workspace_id = %s and name = 'Portal'"))
        .isEqualTo("none");
    String code = newCode("Portal");
    assertThat(desk.value("select invite_code from projects where workspace_id = %s and name = 'Portal'")).isEqualTo(code);
  }

  @Test
  void a_company_and_a_project_are_made_with_their_first_code() {
    String code = newCode("Initech / TPS uses=3 days=30");
    Client olena = person("Olena");
    olena.starts(code);
    olena.sees("Вы подключены к проекту «TPS» (Initech)");
    newCode("initech / tps");
    newCode("INITECH / Other");
    desk.restart();
    assertThat(desk.count("select count(*) from clients where workspace_id = %s and name = 'Initech'")).isEqualTo(1);
    assertThat(desk.count("""
        select count(*) from projects p join clients c on c.id = p.client_id where p.workspace_id = %s and c.name = 'Initech'
        """)).isEqualTo(2);
  }

  @Test
  void orders_that_cannot_be_followed_are_explained() {
    for (String wrong : List.of("", "uses=3", "Portal uses=0", "Portal uses=-1", "Portal days=abc", "Portal uses=999999", "/ X",
        "X /", "Portal " + "x".repeat(200))) {
      assertThat(ordered("/newcode " + wrong)).as(wrong).startsWith("Напишите так: /newcode");
    }
    assertThat(ordered("/newcode Nothing")).contains("Проекта «Nothing» нет");
    assertThat(ordered("/newcode Old")).contains("выключен в настройках");
    newCode("Initech / Portal");
    assertThat(ordered("/newcode Portal")).contains("Acme / Portal, Initech / Portal");
  }

  @Test
  void codes_are_read_as_people_type_them() {
    person("Olena").chat.starts();
    for (String typed : List.of(" acme – 1", "«АСМЕ-1»", "https://t.me/desk_bot?start=ACME-1")) {
      Client client = person("P" + heard++);
      client.chat.starts();
      client.sees("нужен код проекта");
      client.writes(typed);
      client.sees("Вы подключены к проекту «Portal»");
    }
  }

  @Test
  void a_spelling_that_may_mean_two_codes_is_not_guessed() {
    String code = newCode("Portal");
    desk.settles();
    desk.stage.change("update invite set code = 'ACME1', normal = 'ACME1' where code = '" + code + "'");
    Client olena = person("Olena");
    olena.starts("acme1");
    olena.sees("Такого кода я не нашёл");
    olena.writes("ACME1");
    olena.sees("Вы подключены к проекту «Portal»");
  }

  @Test
  void guessing_codes_has_an_end_and_the_right_one_is_refused_as_the_wrong_ones_are() {
    Client eve = person("Eve");
    for (int guess = 1; guess <= 10; guess++) {
      eve.starts("GUESS-" + guess);
      eve.sees("Такого кода я не нашёл");
    }
    eve.starts("GUESS-11");
    String refusal = eve.sees("Слишком много попыток").text();
    desk.restart();
    eve.starts("ACME-1");
    assertThat(eve.sees("Слишком много попыток").text()).isEqualTo(refusal);
    desk.settles();
    assertThat(desk.count("select count(*) from user_bindings where workspace_id = %s")).isZero();

    desk.stage.time.advance(Duration.ofMinutes(61));
    eve.starts("ACME-1");
    eve.sees("Вы подключены к проекту «Portal»");
  }

  @Test
  void a_start_with_odd_characters_harms_nobody() {
    Client eve = person("Eve");
    for (String odd : List.of("?".repeat(64), "%00%ff&start=", "'or'1=1--", "🙂".repeat(32), "\u202Eedoc")) {
      eve.starts(odd);
      eve.sees("Такого кода я не нашёл");
    }
    eve.writes("/start    ");
    eve.sees("нужен код проекта");
  }

  @Test
  void a_person_of_several_projects_switches_between_them() {
    Client olena = person("Olena").bound("ACME-1");
    olena.writes("/project");
    assertThat(olena.sees("Ваши проекты:").text()).contains("✓ Portal (Acme)", "Чтобы добавить ещё один");
    olena.starts("GLOBEX-1");
    olena.sees("Выберите, что случилось");
    olena.opensTicket("Другое", "Не вижу заказ");
    desk.restart();
    olena.writes("/project");
    assertThat(olena.sees("Ваши проекты:").text()).contains("• Portal (Acme)", "✓ Shop (Globex)", "По какому писать дальше?");
    assertThat(olena.presses("Portal (Acme)")).isEmpty();
    Message switched = olena.sees("Теперь вы пишете по проекту «Portal» (Acme)");
    assertThat(switched.text()).contains("Обращение #0001 по проекту «Shop» ещё открыто");
    olena.writes("Так что с заказом?");
    desk.topic("#0001 | Globex").shows("Так что с заказом?");
    desk.settles();
    assertThat(desk.value("""
        select p.name from user_bindings b join projects p on p.id = b.project_id where b.workspace_id = %s and b.is_active
        """)).isEqualTo("Portal");
    String foreign = desk.value("select id from projects where workspace_id = %s and name = 'Old'");
    for (String forged : List.of("switch:" + foreign, "switch:", "switch:x", "switch:99999999999999999999")) {
      assertThat(olena.chat.pressesStale(switched.id(), forged).answer()).isEqualTo("Кнопка устарела");
    }
  }

  @Test
  void a_stranger_who_asks_for_projects_is_asked_for_a_code() {
    Client olena = person("Olena");
    olena.writes("/project");
    olena.sees("нужен код проекта");
  }
}
