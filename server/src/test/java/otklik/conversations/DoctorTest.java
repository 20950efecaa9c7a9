package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.channels.Network;
import otklik.channels.StandInProxy;
import otklik.kernel.Proxy;
import otklik.kernel.TestTime;
import otklik.operations.Doctor;
import otklik.storage.Address;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;
import otklik.workspaces.Configuration;
import otklik.workspaces.Installation;
import playground.Bot;
import playground.Call;
import playground.Group;
import playground.Options;
import playground.Person;
import playground.Playground;
import playground.Right;

/// `./otklik doctor` in front of a set-up that is broken in one way, and of the mended one.
class DoctorTest {
  private static final String TOKEN = "8000001:TESTTESTTESTTESTTESTTESTTESTTESTTES";
  private static final String HELPER = "8000002:HELPHELPHELPHELPHELPHELPHELPHELPHEL";
  private static final long GROUP = -1_009_000_000_001L;
  private static final long OVERFLOW = -1_009_000_000_002L;

  @TempDir Path folder;
  private Playground playground;
  private Bot bot;
  private Bot helper;
  private Group group;
  private Person marek;
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void everythingIsFine() {
    playground = Playground.start(Options.defaults());
    bot = playground.bot(TOKEN, "desk_bot");
    helper = playground.bot(HELPER, "help_bot");
    marek = playground.user(5001, "Marek", null, "marek", "ru");
    group = playground.forum(GROUP, "Поддержка").add(marek).add(helper).promote(bot);
    environment.put("BOT_TOKEN", TOKEN);
    environment.put("SUPPORT_CHAT_ID", Long.toString(GROUP));
    environment.put("OPERATORS", "5001");
    environment.put("TELEGRAM_API_URL", playground.apiUrl());
    environment.put("DB_PATH", folder.resolve("data.sqlite").toString());
  }

  @AfterEach
  void end() {
    playground.close();
  }

  private Installation installation() {
    return Configuration.load(folder, environment);
  }

  private int examined() {
    lines.clear();
    Installation installation = installation();
    try {
      return Doctor.command(installation, network(installation), lines::add);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Network network(Installation installation) {
    return installation.server().network(Network.CALL_TIMEOUT, Network.POLL_TIMEOUT, new TestTime());
  }

  /// Exactly this is wrong.
  private void finds(String... wrong) {
    assertThat(examined()).as(lines.toString()).isEqualTo(1);
    List<String> found = lines.stream().filter(line -> line.startsWith("✗")).toList();
    assertThat(found).hasSize(wrong.length);
    for (int i = 0; i < wrong.length; i++) {
      assertThat(found.get(i)).contains(wrong[i]);
    }
    assertThat(lines.getLast()).startsWith("Надо исправить " + wrong.length + " ");
    assertThat(lines.toString()).doesNotContain(TOKEN, HELPER, TOKEN.substring(8), HELPER.substring(8));
  }

  @ParameterizedTest
  @EnumSource(Proxy.Protocol.class)
  void where_only_a_proxy_leads_out_telegram_is_examined_through_it(Proxy.Protocol protocol) throws Exception {
    int api = URI.create(playground.apiUrl()).getPort();
    String scheme = protocol.name().toLowerCase(Locale.ROOT);
    environment.put("TELEGRAM_API_URL", "http://bot-api.invalid");
    finds("если наружу выпускает только прокси, его адрес — в PROXY_URL");
    try (StandInProxy way = new StandInProxy(api, new Proxy.Login("otklik", "hush"))) {
      environment.put("PROXY_URL", scheme + "://otklik:hush@127.0.0.1:" + way.port());
      isHealthy();
      assertThat(lines).contains("✓ До Telegram — через прокси " + scheme + "://127.0.0.1:" + way.port() + ".");
      environment.put("PROXY_URL", scheme + "://otklik:wrong@127.0.0.1:" + way.port());
      finds("До Telegram не достучаться");
      assertThat(lines.toString()).doesNotContain("wrong", "hush");
    }
    finds("До Telegram не достучаться (no way through the proxy " + scheme + "://127.0.0.1:");
  }

  private void isHealthy() {
    assertThat(examined()).as(lines.toString()).isZero();
    assertThat(lines).allMatch(line -> line.startsWith("✓") || line.equals("Всё в порядке."));
    assertThat(lines.toString()).doesNotContain(TOKEN, TOKEN.substring(8));
  }

  @Test
  void a_good_setup_is_told_line_by_line() {
    isHealthy();
    assertThat(lines).contains(
        "✓ Базы ещё нет: её создаст первый запуск.",
        "✓ default/desk: Telegram принимает токен, это @desk_bot.",
        "✓ default/desk: Бот сам спрашивает о новых сообщениях; ждут: 2.",
        "✓ default/desk: Группа найдена, бот в ней: «Поддержка» (" + GROUP + ").",
        "✓ default/desk: «Поддержка»: темы включены.",
        "✓ default/desk: «Поддержка»: бот — администратор.",
        "✓ default/desk: «Поддержка»: бот видит всё, что пишут.",
        "✓ default/desk: «Поддержка»: боту можно писать.",
        "✓ default/desk: «Поддержка»: есть право «Управление темами».",
        "✓ default/desk: «Поддержка»: есть право «Закрепление сообщений».",
        "✓ default/desk: «Поддержка»: есть право «Удаление сообщений».",
        "✓ default/desk: Marek (5001) состоит в «Поддержка».");
    assertThat(playground.calls()).extracting(Call::method)
        .containsOnly("getme", "getchat", "getchatmember", "getwebhookinfo");
    assertThat(folder.resolve("data.sqlite")).doesNotExist();
  }

  @Test
  void a_token_that_is_not_accepted() {
    playground.revoke(bot);
    finds("@BotFather → /mybots → ваш бот → API Token");
    playground.restore(bot);
    isHealthy();
  }

  @Test
  void a_telegram_that_cannot_be_reached() {
    environment.put("TELEGRAM_API_URL", "http://127.0.0.1:1");
    finds("До Telegram не достучаться (could not connect)");
    environment.put("TELEGRAM_API_URL", "http://no-such-host.invalid");
    finds("До Telegram не достучаться (");
    environment.put("TELEGRAM_API_URL", playground.apiUrl());
    isHealthy();
  }

  @Test
  void a_bot_outside_of_its_group_or_a_group_that_is_not_there() {
    group.kick(bot);
    finds("Группы " + GROUP + " нет или бота в ней нет");
    group.promote(bot);
    isHealthy();
    environment.put("SUPPORT_CHAT_ID", "-1009999999999");
    finds("Группы -1009999999999 нет или бота в ней нет");
  }

  @Test
  void topics_that_are_switched_off() {
    group.topics(false);
    finds("темы выключены. Откройте «Управление группой» и включите «Темы»");
    group.topics(true);
    isHealthy();
  }

  @Test
  void each_right_that_is_missing() {
    group.promote(bot, Right.CAN_PIN_MESSAGES, Right.CAN_DELETE_MESSAGES);
    finds("нет права «Управление темами»");
    group.promote(bot, Right.CAN_MANAGE_TOPICS, Right.CAN_DELETE_MESSAGES);
    finds("нет права «Закрепление сообщений»");
    group.promote(bot, Right.CAN_MANAGE_TOPICS, Right.CAN_PIN_MESSAGES);
    finds("нет права «Удаление сообщений»");
    group.promote(bot);
    isHealthy();
  }

  @Test
  void a_bot_that_is_no_administrator_and_one_that_is_muted() {
    group.add(bot);
    finds("бот не администратор", "Group Privacy → Turn off", "«Управление темами»", "«Закрепление сообщений»",
        "«Удаление сообщений»");
    group.mute(bot);
    finds("бот не администратор", "Group Privacy → Turn off", "боту запрещено писать", "«Управление темами»",
        "«Закрепление сообщений»", "«Удаление сообщений»");
    group.promote(bot);
    isHealthy();
  }

  @Test
  void operators_who_left_who_do_not_exist_and_who_are_bots() {
    group.remove(marek);
    finds("Marek (5001) не состоит в «Поддержка»");
    group.add(marek);
    isHealthy();
    environment.put("OPERATORS", "5001,777777");
    finds("777777 не найден");
    environment.put("OPERATORS", "5001,8000002");
    finds("8000002 — это бот help_bot");
  }

  @Test
  void helpers_and_a_second_group() throws IOException {
    Files.writeString(folder.resolve("otklik.yaml"), """
        helpdesk:
          helper-tokens: ["%s"]
          overflow-chat-id: %d
        """.formatted(HELPER, OVERFLOW));
    finds("Группы " + OVERFLOW + " нет или бота в ней нет", "Бот-помощник @help_bot не может писать в группе " + OVERFLOW);
    playground.forum(OVERFLOW, "Запасная").add(marek).add(helper).promote(bot);
    isHealthy();
    assertThat(lines).contains("✓ default/desk: Telegram принимает токен бота-помощника, это @help_bot.");
    group.kick(helper);
    finds("Бот-помощник @help_bot не может писать в группе " + GROUP);
    group.add(helper);
    playground.revoke(helper);
    finds("не принимает токен одного из ботов-помощников");
  }

  @Test
  void a_panic_button_needs_topics_and_the_rights_for_them_unless_it_goes_without() throws IOException {
    Files.writeString(folder.resolve("otklik.yaml"), button("on"));
    isHealthy();
    assertThat(lines).contains("✓ town/button: «Поддержка»: темы включены.",
        "✓ town/button: «Поддержка»: есть право «Управление темами».",
        "✓ town/button: Marek (5001) состоит в «Поддержка».");
    group.topics(false);
    finds("темы выключены. Откройте «Управление группой» и включите «Темы»");
    group.topics(true);
    group.promote(bot, Right.CAN_PIN_MESSAGES, Right.CAN_DELETE_MESSAGES);
    finds("нет права «Управление темами»");
    group.remove(marek);
    finds("нет права «Управление темами»",
        "Добавьте: «Добавить участников» → Marek, или уберите номер из coordinators.");
    group.add(marek).topics(false);
    Files.writeString(folder.resolve("otklik.yaml"), button("off"));
    isHealthy();
    group.kick(bot);
    finds("Если номер неверный, исправьте coordinators-chat-id.");
  }

  private String button(String topics) {
    return """
        workspaces:
          - name: town
            language: ru
            timezone: Asia/Tbilisi
            channels:
              - name: button
                messenger: telegram
                token: "%s"
                scenario: emergency
                emergency:
                  coordinators-chat-id: %d
                  coordinators: [5001]
                  coordinators-topics: %s
        """.formatted(TOKEN, GROUP, topics);
  }

  @Tag("slow")
  @Test
  void webhooks_that_are_not_ours_are_missing_or_fail() throws Exception {
    call("setWebhook?url=http://127.0.0.1:1/elsewhere");
    finds("по чужому адресу: http://127.0.0.1:1/elsewhere");
    call("deleteWebhook");
    isHealthy();

    environment.put("PUBLIC_URL", "http://127.0.0.1:1");
    finds("вебхук у бота не установлен");
    call("setWebhook?url=http://127.0.0.1:1/hooks/telegram/5&drop_pending_updates=true");
    isHealthy();
    marek.inPrivate(bot).writes("привет");
    playground.await(Desk.PATIENCE, () -> examined() == 1);
    finds("Telegram не может доставить сообщения на http://127.0.0.1:1/hooks/telegram/5");
    assertThat(lines).anyMatch(line -> line.contains("ждут: 1"));
  }

  private void call(String method) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create(playground.apiUrl() + "/bot" + TOKEN + "/" + method);
      assertThat(client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void a_group_that_became_a_supergroup() {
    group.migrate();
    isHealthy();
    assertThat(lines).anyMatch(line -> line.contains("У группы " + GROUP + " теперь другой номер"));
  }

  @Test
  void a_database_that_cannot_be_written() throws IOException {
    environment.put("DB_PATH", folder.resolve("data.sqlite").toString());
    Files.writeString(folder.resolve("data.sqlite"), "This is no database, but a text that is long enough to tell so. "
        .repeat(20));
    finds("База не открывается или в неё нельзя писать");
    Files.delete(folder.resolve("data.sqlite"));
    isHealthy();
    environment.remove("DB_PATH");
    environment.put("DB_URL", "jdbc:postgresql://127.0.0.1:1/otklik");
    finds("База не открывается или в неё нельзя писать");
  }

  @ParameterizedTest
  @EachDatabase
  void beside_a_running_server_nothing_is_disturbed_and_a_newer_schema_is_noticed(TestDatabases databases)
      throws Exception {
    Address address = databases.fresh();
    try (Stage stage = new Stage(address, folder, false, 1, Map.of())) {
      Desk desk = stage.newDesk();
      Client olena = desk.person("Olena").bound("ACME-1").opensTicket("Другое", "Проверка");
      Room room = desk.topic("#0001");
      room.card();
      desk.settles();
      Installation installation = stage.bean(Installation.class);
      Network network = network(installation);
      int messages = room.messages().size();
      assertThat(Doctor.command(installation, network, lines::add)).as(lines.toString()).isZero();
      assertThat(lines).contains("✓ База открывается, в неё можно писать.")
          .anyMatch(line -> line.matches("✓ Версия схемы базы: \\d+, нужная\\."));
      assertThat(room.messages()).hasSize(messages);
      olena.writes("слышно?");
      room.shows("слышно?");
      desk.settles();

      room.operator("Ina").writes("/take");
      room.cardShows("In progress (@ina)");
      desk.settles();
      lines.clear();
      assertThat(Doctor.command(installation, network, lines::add)).as(lines.toString()).isZero();
      assertThat(lines).anyMatch(line -> line.endsWith("Все открытые обращения — у тех, кто здесь работает, или ничьи."));
      stage.change("update person set external_id = '999' where username = 'ina'");
      lines.clear();
      assertThat(Doctor.command(installation, network, lines::add)).isEqualTo(1);
      assertThat(lines).anyMatch(line -> line.startsWith("✗ ")
          && line.contains("Открытых обращений у Ina (999): 1, а среди операторов этого номера нет"));

      stage.change("update flyway_schema_history set version = '9999' where installed_rank = 1");
      lines.clear();
      assertThat(Doctor.command(installation, network, lines::add)).isEqualTo(1);
      assertThat(lines).anyMatch(line -> line.startsWith("✗ С базой уже работал более новый Otklik"));
    }
  }
}
