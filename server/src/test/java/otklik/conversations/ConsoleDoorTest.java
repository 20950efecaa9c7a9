package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import otklik.console.accounts.ConsoleRole;
import otklik.console.web.AllowedTo;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;

/// Who gets into the console, and who doesn't.
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class ConsoleDoorTest {
  private static final String OWNER = "owner";
  private static final String PASSWORD = "a long way home";
  /// And what both are drawn with.
  private static final List<String> OPEN =
      List.of("/console/sign-in", "/console/welcome", "/console/assets/{fingerprint}/{*name}");
  private static final Pattern LINK = Pattern.compile("/console/welcome#([\\w-]{43})");

  @TempDir Path folder;
  private Stage stage;

  @AfterEach
  void end() {
    stage.close();
  }

  private void opens(TestDatabases databases, String... more) {
    Map<String, String> environment = new HashMap<>(Map.of("ADMIN_LOGIN", OWNER, "ADMIN_PASSWORD", PASSWORD));
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    stage = new Stage(databases.ready(), folder, false, 2, environment);
  }

  private ConsoleVisitor visitor() {
    return new ConsoleVisitor(stage.address());
  }

  private ConsoleVisitor owner() {
    ConsoleVisitor owner = visitor();
    assertThat(owner.signsIn(OWNER, PASSWORD).location()).isEqualTo("/console/");
    return owner;
  }

  /// Somebody who was added to a workspace and has chosen a password.
  private ConsoleVisitor member(String login, ConsoleRole role, String workspace) {
    String token = linkFor(owner(), workspace, login, role);
    ConsoleVisitor newcomer = visitor();
    assertThat(newcomer.post("/console/welcome", "token", token, "password", PASSWORD).location())
        .isEqualTo("/console/");
    return newcomer;
  }

  private static String linkFor(ConsoleVisitor administrator, String workspace, String login, ConsoleRole role) {
    return link(administrator.post("/console/w/" + workspace + "/users", "login", login, "name", login,
        "role", role.word()).body());
  }

  private static String link(String body) {
    var found = LINK.matcher(body);
    assertThat(found.find()).as(body).isTrue();
    return found.group(1);
  }

  private Map<RequestMappingInfo, HandlerMethod> endpoints() {
    Map<RequestMappingInfo, HandlerMethod> endpoints = new HashMap<>();
    stage.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
        .forEach((mapping, method) -> {
          if (mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/console"))) {
            endpoints.put(mapping, method);
          }
        });
    return endpoints;
  }

  private static String path(RequestMappingInfo mapping, String workspace) {
    return mapping.getPatternValues().iterator().next().replace("{workspace}", workspace).replace("/**", "/anything");
  }

  private static boolean isPost(RequestMappingInfo mapping) {
    return mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST);
  }

  private static ConsoleVisitor.Answer asked(ConsoleVisitor by, RequestMappingInfo mapping, String workspace) {
    return isPost(mapping) ? by.post(path(mapping, workspace)) : by.get(path(mapping, workspace));
  }

  @Test
  void a_stranger_sees_nothing_but_the_sign_in() {
    opens(TestDatabases.SQLITE);
    ConsoleVisitor stranger = visitor();

    endpoints().forEach((mapping, method) -> {
      String path = path(mapping, "w0");
      if (!OPEN.contains(path)) {
        ConsoleVisitor.Answer answer = asked(stranger, mapping, "w0");
        assertThat(answer.status()).as(path).isEqualTo(isPost(mapping) ? 401 : 303);
        assertThat(answer.body()).as(path).isEmpty();
      }
    });
    assertThat(stranger.get("/console/w/w0/users").location())
        .isEqualTo("/console/sign-in?next=%2Fconsole%2Fw%2Fw0%2Fusers");
    assertThat(stranger.get("/console/w/no-such-workspace/users").status()).isEqualTo(303);
    assertThat(stranger.get("/console/sign-in").body()).doesNotContain("w0");
    for (String file : List.of("nothing.css", "../application.yaml", "%2e%2e/application.yaml", "application.yaml")) {
      assertThat(stranger.get("/console/assets/0/" + file).status()).as(file).isIn(303, 400, 404);
    }
  }

  @Test
  void each_page_of_a_workspace_is_open_to_whom_it_says_and_to_nobody_else() {
    opens(TestDatabases.SQLITE);
    Map<ConsoleRole, ConsoleVisitor> here = new HashMap<>();
    for (ConsoleRole role : ConsoleRole.values()) {
      here.put(role, member(role.word(), role, "w0"));
    }
    ConsoleVisitor neighbour = member("neighbour", ConsoleRole.ADMINISTRATOR, "w1");

    List<String> walked = new ArrayList<>();
    endpoints().forEach((mapping, method) -> {
      if (path(mapping, "w0").startsWith("/console/w/w0/")) {
        AllowedTo allowed = method.getMethodAnnotation(AllowedTo.class);
        assertThat(allowed).as("%s says to whom it is open", method).isNotNull();
        here.forEach((role, visitor) -> {
          boolean may = Arrays.asList(allowed.value()).contains(role);
          int status = asked(visitor, mapping, "w0").status();
          if (may) {
            assertThat(status).as("%s as %s", mapping, role).isIn(200, 303, 400, 422);
          } else {
            assertThat(status).as("%s as %s", mapping, role).isEqualTo(403);
          }
        });
        assertThat(asked(neighbour, mapping, "w0").status()).as("%s from next door", mapping).isEqualTo(404);
        walked.add(mapping.toString());
      }
    });
    assertThat(walked).hasSizeGreaterThan(4);
    assertThat(neighbour.get("/console/w/w0/").body()).isEqualTo(neighbour.get("/console/w/nowhere/").body());
  }

  @Test
  void guessing_is_slowed_and_nobody_is_locked_out_elsewhere() {
    opens(TestDatabases.SQLITE, "TRUSTED_PROXIES", "127.0.0.1");
    ConsoleVisitor guesser = visitor().with("X-Forwarded-For", "203.0.113.7");
    for (int i = 0; i < 5; i++) {
      ConsoleVisitor.Answer wrong = guesser.signsIn(OWNER, "wrong password " + i);
      assertThat(wrong.status()).isEqualTo(422);
      assertThat(wrong.body()).contains("Логин или пароль не подошёл.").contains("value=\"owner\"");
    }
    ConsoleVisitor.Answer tooOften = guesser.signsIn(OWNER, PASSWORD);
    assertThat(tooOften.status()).isEqualTo(429);
    assertThat(tooOften.body()).contains("Слишком много попыток. Попробуйте через 15 минут.");
    assertThat(guesser.signsIn("nobody", PASSWORD).body()).contains("Логин или пароль не подошёл.");

    assertThat(visitor().with("X-Forwarded-For", "203.0.113.8").signsIn(OWNER, PASSWORD).status()).isEqualTo(303);
    stage.restart();
    ConsoleVisitor later = visitor().with("X-Forwarded-For", "203.0.113.7");
    assertThat(later.signsIn(OWNER, PASSWORD).status()).isEqualTo(429);
    stage.time.advance(Duration.ofMinutes(16));
    assertThat(later.signsIn(OWNER, PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void many_guesses_at_once_count_like_one_after_another() throws Exception {
    opens(TestDatabases.SQLITE);
    List<Callable<Integer>> guesses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String guess = "guess number " + i;
      guesses.add(() -> visitor().signsIn(OWNER, guess).status());
    }
    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(guesses)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn(status -> status == 422).hasSize(5);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(15);
  }

  @EachDatabase
  @ParameterizedTest
  void whoever_is_signed_in_stays_so_over_a_restart_and_goes_when_they_are_put_out(TestDatabases databases) {
    opens(databases);
    ConsoleVisitor office = owner();
    ConsoleVisitor home = owner();
    stage.restart();
    assertThat(again(office).get("/console/account").body())
        .contains("Somebody's browser").contains("127.0.0.1").contains("здесь");

    ConsoleVisitor inOffice = again(office);
    ConsoleVisitor atHome = again(home);
    assertThat(atHome.get("/console/account").status()).isEqualTo(200);
    assertThat(inOffice.post("/console/account/sessions/end-others").status()).isEqualTo(303);
    assertThat(atHome.get("/console/account").status()).isEqualTo(303);
    assertThat(inOffice.get("/console/account").status()).isEqualTo(200);

    stage.time.advance(Duration.ofHours(15));
    assertThat(inOffice.get("/console/account").status()).isEqualTo(200);
    stage.time.advance(Duration.ofHours(15));
    assertThat(inOffice.get("/console/account").status()).isEqualTo(200);
    stage.time.advance(Duration.ofHours(17));
    assertThat(inOffice.get("/console/account").status()).isEqualTo(303);
  }

  /// The same browser before a server that has begun anew on another port.
  private ConsoleVisitor again(ConsoleVisitor before) {
    return visitor().with("Cookie", before.cookie());
  }

  @Test
  void who_signs_out_is_out_also_for_whoever_has_the_cookie() {
    opens(TestDatabases.SQLITE);
    ConsoleVisitor owner = owner();
    String kept = owner.cookie();
    assertThat(owner.post("/console/sign-out").location()).isEqualTo("/console/sign-in");
    assertThat(visitor().with("Cookie", kept).get("/console/account").status()).isEqualTo(303);
  }

  @Test
  void another_sites_page_can_send_nothing() {
    opens(TestDatabases.SQLITE);
    ConsoleVisitor owner = owner();
    String[] form = {"login", "spy", "name", "Spy", "role", "administrator"};

    assertThat(owner.postFromElsewhere("/console/w/w0/users", "https://evil.example", form).status()).isEqualTo(403);
    assertThat(owner.postFromElsewhere("/console/w/w0/users", "null", form).status()).isEqualTo(403);
    assertThat(owner.postFromNowhere("/console/w/w0/users", form).status()).isEqualTo(403);
    assertThat(visitor().postFromElsewhere("/console/sign-in", "https://evil.example", "login", OWNER, "password",
        PASSWORD).status()).isEqualTo(403);
    assertThat(stage.value("select count(*) from console_user")).isEqualTo("1");
    owner.with("Sec-Fetch-Site", "cross-site");
    assertThat(owner.post("/console/w/w0/users", form).status()).isEqualTo(403);
    owner.with("Sec-Fetch-Site", "same-origin");
    assertThat(owner.post("/console/w/w0/users", form).status()).isEqualTo(200);
  }

  @Test
  void rights_that_are_taken_away_are_gone_at_once() {
    opens(TestDatabases.SQLITE);
    ConsoleVisitor operator = member("marek", ConsoleRole.OPERATOR, "w0");
    assertThat(operator.get("/console/w/w0/").status()).isEqualTo(200);
    assertThat(operator.get("/console/w/w0/").body()).doesNotContain("/users");
    String id = stage.value("select id from console_user where login = 'marek'");

    assertThat(owner().post("/console/w/w0/users/role", "user", id, "role", "administrator").status()).isEqualTo(200);
    assertThat(operator.get("/console/w/w0/users").status()).isEqualTo(200);
    assertThat(owner().post("/console/w/w0/users/remove", "user", id).status()).isEqualTo(200);
    assertThat(operator.get("/console/w/w0/").status()).isEqualTo(404);
    assertThat(operator.get("/console/").body()).contains("Вас пока никуда не добавили");
  }

  @Test
  void nobody_locks_themself_out_or_gets_power_over_others_workspaces() {
    opens(TestDatabases.SQLITE);
    ConsoleVisitor chief = member("chief", ConsoleRole.ADMINISTRATOR, "w0");
    member("both", ConsoleRole.OPERATOR, "w0");
    assertThat(owner().post("/console/w/w1/users", "login", "BOTH ", "name", "x", "role", "reader").body())
        .contains("пароль у этого пользователя уже есть").doesNotContain("/console/welcome#");
    String own = stage.value("select id from console_user where login = 'chief'");
    String both = stage.value("select id from console_user where login = 'both'");
    String owner = stage.value("select id from console_user where login = 'owner'");

    assertThat(chief.post("/console/w/w0/users/remove", "user", own).status()).isEqualTo(422);
    assertThat(chief.post("/console/w/w0/users/role", "user", own, "role", "reader").status()).isEqualTo(422);
    for (String other : List.of(both, owner, "42")) {
      ConsoleVisitor.Answer answer = chief.post("/console/w/w0/users/link", "user", other);
      assertThat(answer.body()).contains("новую ссылку даёт владелец установки").doesNotContain("welcome#");
    }
    assertThat(chief.post("/console/w/w1/users/remove", "user", both).status()).isEqualTo(404);
    assertThat(link(chief.post("/console/w/w0/users/link", "user", own).body())).isNotEmpty();
  }

  @EachDatabase
  @ParameterizedTest
  void a_link_lets_in_once(TestDatabases databases) throws Exception {
    opens(databases);
    String first = linkFor(owner(), "w0", "olena", ConsoleRole.OPERATOR);
    String id = stage.value("select id from console_user where login = 'olena'");
    String token = link(owner().post("/console/w/w0/users/link", "user", id).body());
    assertThat(visitor().post("/console/welcome", "token", first, "password", PASSWORD).body())
        .contains("Эта ссылка больше не действует.");
    assertThat(visitor().post("/console/welcome", "token", token).body()).contains("Ваш логин — olena");
    assertThat(visitor().post("/console/welcome", "token", token, "password", "short").body())
        .contains("Пароль слишком короткий");
    assertThat(visitor().post("/console/welcome", "token", token, "password", "Olena is here").body())
        .contains("В пароле не должно быть логина.");

    List<Callable<Integer>> uses = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      uses.add(() -> visitor().post("/console/welcome", "token", token, "password", PASSWORD).status());
    }
    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var answer : threads.invokeAll(uses)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn(status -> status == 303).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 422).hasSize(3);

    String late = linkFor(owner(), "w0", "late", ConsoleRole.READER);
    stage.time.advance(Duration.ofHours(25));
    assertThat(visitor().post("/console/welcome", "token", late).body()).contains("Эта ссылка больше не действует.");
  }

  @Test
  void no_secret_stands_in_rows_or_logs(CapturedOutput output) {
    opens(TestDatabases.SQLITE);
    ConsoleVisitor owner = owner();
    String token = linkFor(owner, "w0", "olena", ConsoleRole.OPERATOR);
    String session = owner.cookie().substring(owner.cookie().indexOf('=') + 1);
    assertThat(session).hasSize(43);
    for (String secret : List.of(PASSWORD, token, session)) {
      assertThat(stage.filesHold(secret.getBytes(StandardCharsets.UTF_8))).isFalse();
      assertThat(output.getAll()).doesNotContain(secret);
    }
    assertThat(stage.value("select password from console_user")).startsWith("$argon2id$");
  }

  @Test
  void the_cookie_goes_nowhere_else() {
    opens(TestDatabases.SQLITE, "TRUSTED_PROXIES", "127.0.0.1,::1");
    assertThat(visitor().signsIn(OWNER, PASSWORD).setCookie())
        .contains("Path=/console").contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Secure");
    ConsoleVisitor behindProxy = visitor().with("X-Forwarded-Proto", "https")
        .with("X-Forwarded-Host", "desk.example.org").with("X-Forwarded-For", "203.0.113.9");
    assertThat(behindProxy.signsIn(OWNER, PASSWORD).status()).isEqualTo(403);
    assertThat(behindProxy.postFromElsewhere("/console/sign-in", "https://desk.example.org", "login", OWNER, "password",
        PASSWORD).setCookie()).contains("Secure");
    assertThat(stage.rows("select address from console_session")).extracting(row -> row.get("address"))
        .contains("203.0.113.9");
  }

  @Test
  void strangers_words_about_where_they_come_from_count_for_nothing() {
    opens(TestDatabases.SQLITE);
    visitor().with("X-Forwarded-For", "203.0.113.9").with("X-Forwarded-Proto", "https").signsIn(OWNER, PASSWORD);
    assertThat(stage.rows("select address from console_session")).extracting(row -> row.get("address"))
        .containsExactly("127.0.0.1");
  }

  @Test
  void whatever_people_call_themselves_is_shown_as_words() {
    opens(TestDatabases.SQLITE);
    String name = "<img src=x onerror=alert(1)>\"' Ева";
    assertThat(owner().post("/console/w/w0/users", "login", "eve", "name", name, "role", "nonsense").body())
        .doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt;").contains("Ева");
    assertThat(stage.value("select role from console_member")).isEqualTo("reader");
    assertThat(owner().post("/console/w/w0/users", "login", "e v e", "name", "Eve", "role", "reader").body())
        .contains("Логин — это до 60 букв").contains("value=\"e v e\"");
    assertThat(owner().post("/console/w/w0/users", "login", "eve", "name", "Eve", "role", "reader").body())
        .contains("Этот пользователь здесь уже есть.");
  }

  @Test
  void a_link_to_the_sign_in_leads_nowhere_else() {
    opens(TestDatabases.SQLITE);
    for (String next : List.of("https://evil.example/", "//evil.example", "/console//evil.example", "/console/\\evil",
        "/console/../metrics", "/console/\r\nX: y")) {
      assertThat(visitor().post("/console/sign-in", "login", OWNER, "password", PASSWORD, "next", next).location())
          .as(next).isEqualTo("/console/");
    }
    assertThat(visitor().post("/console/sign-in", "login", OWNER, "password", PASSWORD, "next",
        "/console/w/w0/users?a=b").location()).isEqualTo("/console/w/w0/users?a=b");
  }

  @Test
  void a_new_password_ends_what_the_old_one_began() {
    opens(TestDatabases.SQLITE);
    ConsoleVisitor office = owner();
    ConsoleVisitor home = owner();
    assertThat(office.post("/console/account/password", "current", "not it at all", "password", "the long way back")
        .body()).contains("Прежний пароль не подошёл.");
    assertThat(office.post("/console/account/password", "current", PASSWORD, "password", "the long way back").status())
        .isEqualTo(303);
    assertThat(home.get("/console/account").status()).isEqualTo(303);
    assertThat(office.get("/console/account?said=password").body()).contains("Пароль сменён.");
    assertThat(visitor().signsIn(OWNER, PASSWORD).status()).isEqualTo(422);
    assertThat(visitor().signsIn(OWNER.toUpperCase(), "the long way back").status()).isEqualTo(303);
  }
}
