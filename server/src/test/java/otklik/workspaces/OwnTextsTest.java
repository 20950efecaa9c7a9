package otklik.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.kernel.ChannelId;
import otklik.kernel.Language;
import otklik.kernel.WorkspaceId;

class OwnTextsTest {
  @TempDir
  private Path directory;

  private Channel channel(String scenario, String settings, String texts) throws IOException {
    Files.writeString(directory.resolve("otklik.yaml"), """
        workspaces:
          - name: acme
            language: ru
            texts: { ru: { %s } }
            channels:
              - name: line
                messenger: telegram
                token: "1:a"
                scenario: %s
                %s: { %s }
        """.formatted(texts, scenario, scenario, settings));
    WorkspaceSettings acme = Configuration.load(directory, Map.of()).workspaces().getFirst();
    return new Channel(new ChannelId(1), new WorkspaceId(1), acme, acme.channels().getFirst());
  }

  private Channel desk(String texts) throws IOException {
    return channel("helpdesk", "support-chat-id: -1001, operators: [7]", texts);
  }

  private Channel panicButton(String texts) throws IOException {
    return channel("emergency", "coordinators-chat-id: -1001, coordinators: [7]", texts);
  }

  @Test
  void a_scenario_says_it_in_its_own_words_where_it_has_some() throws IOException {
    assertThat(desk("").ownKey("help")).isEqualTo("help");
    assertThat(panicButton("").ownKey("help")).isEqualTo("emergency.help");
    assertThat(panicButton("").ownKey("for-admins")).isEqualTo("talk.for-admins");
  }

  @Test
  void a_messenger_says_it_in_its_own_words_unless_the_workspace_has_some() throws IOException {
    assertThat(desk("").text("trouble.no-right-pin")).contains("«Администраторы» → бот");
    assertThat(desk("").home().texts().text(Language.RU, "trouble.no-right-pin")).doesNotContain("→");
    assertThat(desk("trouble.no-right-pin: Пинать нельзя").text("trouble.no-right-pin")).isEqualTo("Пинать нельзя");
    assertThat(desk("telegram.trouble.no-right-pin: Пинать нельзя").text("trouble.no-right-pin"))
        .isEqualTo("Пинать нельзя");
  }

  @Test
  void words_of_ones_own_stay_when_a_text_gets_another_name() throws IOException {
    assertThat(desk("forget.kept: Как скажете").text("kept")).isEqualTo("Как скажете");
    assertThat(panicButton("emergency.command-unknown: \"Нет такой: {name}\"")
        .text("emergency.no-such-command", "name", "x")).isEqualTo("Нет такой: x");
  }
}
