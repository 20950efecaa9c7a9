package otklik.channels.pigeon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.settings.WrongConfiguration;
import otklik.workspaces.ChannelSettings;
import otklik.workspaces.Configuration;
import otklik.workspaces.Installation;

/// A messenger reads its own keys, and says what it can't do.
class PigeonSettingsTest {
  private static final String BUTTON = """
      workspaces:
        - name: coop
          channels:
            - name: button
              messenger: pigeon
              ring: ring-7f3a
              scenario: emergency
              emergency:
                coordinators-chat-id: flock-office
                coordinators: [nino]
      """;

  @TempDir Path folder;

  private Installation load(String yaml) throws IOException {
    Files.writeString(folder.resolve("otklik.yaml"), yaml);
    return Configuration.load(folder, Map.of());
  }

  private List<String> refusal(String yaml) {
    return catchThrowableOfType(WrongConfiguration.class, () -> load(yaml)).lines();
  }

  @Test
  void a_channel_is_read_with_the_messengers_own_keys() throws IOException {
    ChannelSettings channel = load(BUTTON).workspaces().getFirst().channels().getFirst();
    assertThat(channel.messenger().title()).isEqualTo("Pigeon Post");
    assertThat(channel.credentials()).isEqualTo(new PigeonCredentials("ring-7f3a"));
    assertThat(channel.toString()).doesNotContain("ring-7f3a");
  }

  @Test
  void a_scenario_that_needs_more_than_the_messenger_can_do_is_refused() {
    assertThat(refusal(BUTTON.replace("emergency", "helpdesk").replace("coordinators-chat-id", "support-chat-id")
        .replace("coordinators:", "operators:"))).containsExactly(
        "otklik.yaml:7: scenario: 'helpdesk' doesn't run on pigeon, which has no topics, no edits; it runs on: "
            + "telegram");
    assertThat(refusal(BUTTON + "          coordinators-topics: on\n"))
        .containsExactly("otklik.yaml:11: coordinators-topics: Pigeon Post has no topics; allowed: off");
  }

  @Test
  void its_ids_are_not_anothers() {
    assertThat(refusal(BUTTON.replace("flock-office", "-1001"))).containsExactly(
        "otklik.yaml:9: coordinators-chat-id: '-1001' is not a flock; a flock's name is such as flock-north");
  }

  @Test
  void its_secret_is_never_shown_and_belongs_to_one_channel() {
    assertThat(refusal(BUTTON.replace("ring-7f3a", "a secret")))
        .containsExactly("otklik.yaml:6: ring: is not a ring: ring- and at least four letters and digits");
    assertThat(refusal(BUTTON.replace("flock-office", "ring-7f3a"))).containsExactly(
        "otklik.yaml:9: coordinators-chat-id: '…' is not a flock; a flock's name is such as flock-north");
    assertThat(refusal(BUTTON + BUTTON.replaceFirst("workspaces:\n", "").replace("coop", "other")
        .replace("flock-office", "flock-other")))
        .containsExactly("otklik.yaml:15: ring: is the ring of coop/button already");
  }

  @Test
  void another_messengers_keys_are_unknown() {
    assertThat(refusal(BUTTON.replace("ring: ring-7f3a", "ring: ring-7f3a\n        token: 1:a"))).containsExactly(
        "otklik.yaml:7: unknown key 'token'; allowed: name, messenger, ring, scenario, emergency");
    assertThat(refusal(BUTTON.replace("messenger: pigeon", "messenger: piegon")))
        .contains("otklik.yaml:5: messenger: 'piegon' is not one of: pigeon, telegram");
  }
}
