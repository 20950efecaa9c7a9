package otklik.helpdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.channels.telegram.TestTelegram;
import otklik.settings.WrongConfiguration;
import otklik.workspaces.ChannelSettings;
import otklik.workspaces.Configuration;

class ReinforcementsTest {
  @TempDir Path folder;

  private ChannelSettings read(String reinforcements) throws IOException {
    Files.writeString(folder.resolve("otklik.yaml"), """
        helpdesk:
        %s""".formatted(reinforcements.indent(2)));
    return Configuration.load(folder, Map.of("BOT_TOKEN", "1:own-token", "SUPPORT_CHAT_ID", "-1001", "OPERATORS", "7",
        "HELPER", "2:from-the-environment")).workspaces().getFirst().channels().getFirst();
  }

  private void isRefused(String reinforcements, String... lines) {
    assertThatThrownBy(() -> read(reinforcements)).isInstanceOfSatisfying(WrongConfiguration.class,
        wrong -> assertThat(wrong.lines()).containsExactly(lines));
  }

  @Test
  void helpers_and_a_second_group_are_read_and_tokens_are_never_shown() throws IOException {
    ChannelSettings channel = read("helper-tokens: [\"${HELPER}\", \"3:another\"]\noverflow-chat-id: -1002");
    assertThat(channel.helpers()).containsExactly(TestTelegram.credentials("2:from-the-environment"),
        TestTelegram.credentials("3:another"));
    HelpdeskSettings settings = channel.settings(HelpdeskSettings.class);
    assertThat(settings.groups()).containsExactly("-1001", "-1002");
    assertThat(channel.toString() + settings).doesNotContain("from-the-environment", "another");
  }

  @Test
  void a_helper_that_is_no_token_is_refused_without_showing_it() {
    isRefused("helper-tokens: [nonsense]", "otklik.yaml:2: helper-tokens: one of them is not a bot token (digits, a "
        + "colon, letters), as @BotFather shows it");
  }

  @Test
  void a_helper_is_a_bot_of_its_own() {
    String twice = "otklik.yaml:2: helper-tokens: one of them is a token of default/desk already; every helper is a bot "
        + "of its own";
    isRefused("helper-tokens: [\"1:own-token\"]", twice);
    isRefused("helper-tokens: [\"2:same\", \"2:same\"]", twice);
  }

  @Test
  void the_second_group_is_a_group_and_another_one() {
    isRefused("overflow-chat-id: 1002",
        "otklik.yaml:2: overflow-chat-id: '1002' is not a group; a group's id is negative, such as -1001234567890");
    isRefused("overflow-chat-id: -1001",
        "otklik.yaml:2: overflow-chat-id: is the operators' group itself; another one is needed");
  }
}
