package otklik.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.channels.telegram.TestTelegram;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.kernel.Language;
import otklik.settings.WrongConfiguration;

class ConfigurationTest {
  private static final String TOKEN = "123456:AbCdEfGhIjKlMnOpQrStUvWxYz";
  private static final String DESK =
      """
      workspaces:
        - name: acme
          channels:
            - name: desk
              token: ${BOT_TOKEN}
              scenario: helpdesk
              helpdesk:
                support-chat-id: ${SUPPORT_CHAT_ID}
                operators: [${OPERATORS}]
      """;

  @TempDir Path directory;
  private final Map<String, String> environment =
      new HashMap<>(Map.of("BOT_TOKEN", TOKEN, "SUPPORT_CHAT_ID", "-1001", "OPERATORS", "7, 8"));

  @Test
  void three_variables_make_a_support_desk() {
    var workspace = load().workspaces().getFirst();

    assertThat(workspace.name()).isEqualTo("default");
    assertThat(workspace.zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    assertThat(workspace.language()).isEqualTo(Language.RU);
    var channel = workspace.channels().getFirst();
    assertThat(channel.name()).isEqualTo("desk");
    assertThat(channel.messenger().name()).isEqualTo("telegram");
    assertThat(channel.credentials()).isEqualTo(TestTelegram.credentials(TOKEN));
    assertThat(channel.settings(HelpdeskSettings.class).supportChat()).isEqualTo("-1001");
    assertThat(channel.settings(HelpdeskSettings.class).operators()).containsExactly("7", "8");
  }

  @Test
  void a_file_adds_to_the_desk_that_the_environment_makes() throws IOException {
    yaml(
        """
        texts:
          ru:
            greeting: "Это Acme."
        helpdesk:
          signature: on
        """);

    var workspace = load().workspaces().getFirst();
    assertThat(workspace.texts().text(Language.RU, "greeting")).isEqualTo("Это Acme.");
    assertThat(workspace.texts().text(Language.EN, "greeting")).startsWith("Hi!");
    var desk = workspace.channels().getFirst().settings(HelpdeskSettings.class);
    assertThat(desk.signature()).isTrue();
    assertThat(desk.supportChat()).isEqualTo("-1001");
  }

  @Test
  void the_environment_decides_what_both_say() throws IOException {
    environment.put("TIMEZONE", "Asia/Almaty");
    yaml("timezone: Europe/Berlin\nhelpdesk:\n  operators: [1]\n");

    var workspace = load().workspaces().getFirst();
    assertThat(workspace.zone()).isEqualTo(ZoneId.of("Asia/Almaty"));
    assertThat(workspace.channels().getFirst().settings(HelpdeskSettings.class).operators()).containsExactly("7", "8");
  }

  @Test
  void a_file_can_describe_everything() throws IOException {
    yaml(DESK);

    var workspace = load().workspaces().getFirst();
    assertThat(workspace.name()).isEqualTo("acme");
    assertThat(workspace.channels().getFirst().settings(HelpdeskSettings.class).operators()).containsExactly("7", "8");
  }

  @Test
  void with_nothing_set_one_line_says_what_to_do() {
    environment.clear();

    assertThat(refusal())
        .containsExactly(
            "environment: nothing to run: set BOT_TOKEN, SUPPORT_CHAT_ID and OPERATORS, or describe workspaces in"
                + " otklik.yaml; './otklik run' without BOT_TOKEN starts the playground");
  }

  @Test
  void a_missing_variable_is_named() {
    environment.remove("OPERATORS");

    assertThat(refusal())
        .containsExactly("environment: OPERATORS: is not set; needed: the operators' Telegram ids, such as 1001,1002");
  }

  @Test
  void an_unknown_key_is_named_with_its_line_and_what_is_allowed() throws IOException {
    yaml(DESK.replace("channels:", "chanels:"));

    assertThat(refusal())
        .containsExactly(
            "otklik.yaml:2: channels: at least one is needed",
            "otklik.yaml:3: unknown key 'chanels'; did you mean 'channels'? allowed: name, timezone, language, texts,"
                + " channels");
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() throws IOException {
    yaml(
        DESK.replace("name: acme", "name: acme\n    timezone: Europe/Madird\n    language: de")
            + "          attachments-timeout: soon\n          colour: red\n");

    assertThat(refusal())
        .containsExactly(
            "otklik.yaml:3: timezone: 'Europe/Madird' is not a time zone; for example Europe/Madrid",
            "otklik.yaml:4: language: 'de' is not one of: ru, en",
            "otklik.yaml:12: attachments-timeout: 'soon' is not a length of time such as 30m, 24h or 2d",
            "otklik.yaml:13: unknown key 'colour'; allowed: support-chat-id, operators, admins, clients,"
                + " categories, working-hours, sla, signature, reopen-within, attachments-timeout, comment-timeout,"
                + " answers, strangers, helper-tokens, overflow-chat-id");
  }

  @Test
  void a_token_is_never_shown() throws IOException {
    environment.put("BOT_TOKEN", "my secret");
    yaml(DESK);
    assertThat(refusal())
        .containsExactly(
            "otklik.yaml:5: token: is not a bot token (digits, a colon, letters), as @BotFather shows it");

    environment.put("BOT_TOKEN", TOKEN);
    environment.put("SUPPORT_CHAT_ID", TOKEN);
    assertThat(refusal()).containsExactly("otklik.yaml:8: support-chat-id: '…' is not a whole number");

    environment.put("SUPPORT_CHAT_ID", "-1");
    assertThat(load().toString()).doesNotContain(TOKEN);
  }

  @Test
  void two_channels_share_neither_token_nor_group() throws IOException {
    yaml(DESK + DESK.replaceFirst("workspaces:\n", ""));

    assertThat(refusal())
        .containsExactly(
            "otklik.yaml:10: name: there is a workspace 'acme' already",
            "otklik.yaml:13: token: is the token of acme/desk already; every channel needs its own",
            "otklik.yaml:15: helpdesk: the chat -1001 belongs to acme/desk already");
  }

  @Test
  void a_scenario_that_nobody_brings_is_refused() throws IOException {
    yaml(DESK.replace("scenario: helpdesk", "scenario: help"));

    assertThat(refusal()).contains("otklik.yaml:6: scenario: 'help' is not one of: emergency, helpdesk, lostproperty");
  }

  @Test
  void a_variable_that_is_not_set_is_named_unless_there_is_a_default() throws IOException {
    yaml(DESK.replace("${OPERATORS}", "${HELPERS:-5,6}, ${NOBODY}"));

    assertThat(refusal()).containsExactly("otklik.yaml:9: the environment variable NOBODY is not set");
  }

  @Test
  void a_value_from_the_environment_cannot_change_the_structure_of_the_file() throws IOException {
    environment.put("TITLE", "x\" # : [}");
    yaml(DESK.replace("name: acme", "name: acme\n    texts: { ru: { greeting: \"Это ${TITLE}\" } }"));

    assertThat(load().workspaces().getFirst().texts().text(Language.RU, "greeting")).isEqualTo("Это x\" # : [}");
  }

  @Test
  void a_file_that_is_not_yaml_is_refused_with_the_line() throws IOException {
    yaml("workspaces:\n\t- name: acme\n");
    assertThat(refusal().getFirst()).startsWith("otklik.yaml:2: is not YAML: ");

    yaml("workspaces: []\nworkspaces: []\n");
    assertThat(refusal()).containsExactly("otklik.yaml:2: the key 'workspaces' is given twice");

    yaml("- a list\n");
    assertThat(refusal()).containsExactly("otklik.yaml:1: the file must consist of 'key: value' lines");

    yaml("workspaces: &all\n  - *all\n");
    assertThat(refusal()).containsExactly("otklik.yaml:1: workspaces: each item must consist of 'key: value' lines");

    yaml("helpdesk: often\n");
    assertThat(refusal()).containsExactly("otklik.yaml:1: helpdesk: must consist of 'key: value' lines");
  }

  @Tag("slow")
  @Test
  void a_file_cannot_exhaust_the_machine() throws IOException {
    yaml("[".repeat(60));
    assertThat(refusal().getFirst()).contains("Nesting Depth exceeded");

    yaml("a: &a {}\nb: [" + "*a, ".repeat(60) + "]\n");
    assertThat(refusal().getFirst()).contains("Number of aliases");

    yaml("a: " + "x".repeat(4_000_000));
    assertThat(refusal().getFirst()).contains("exceeds the limit");
  }

  @Test
  void letters_of_two_bytes_count_once() throws IOException {
    yaml(("# " + "ы".repeat(98) + "\n").repeat(17_000) + DESK);
    assertThat(load().workspaces().getFirst().name()).isEqualTo("acme");
  }

  @Test
  void the_file_that_CONFIG_names_must_exist() throws IOException {
    environment.put("CONFIG", "desks.yaml");
    assertThat(refusal()).containsExactly("environment: CONFIG: there is no file 'desks.yaml'");

    Files.writeString(directory.resolve("desks.yaml"), DESK.replace("acme", "other"));
    assertThat(load().workspaces().getFirst().name()).isEqualTo("other");
  }

  private Installation load() {
    return Configuration.load(directory, environment);
  }

  private List<String> refusal() {
    return catchThrowableOfType(WrongConfiguration.class, this::load).lines();
  }

  private void yaml(String text) throws IOException {
    Files.writeString(directory.resolve("otklik.yaml"), text);
  }
}
