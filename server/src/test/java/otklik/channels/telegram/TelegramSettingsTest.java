package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import otklik.channels.Credentials;
import otklik.channels.MessageRef;
import otklik.channels.Messenger;
import otklik.channels.Network;
import otklik.channels.Place;
import otklik.kernel.Proxy;
import otklik.kernel.TestTime;
import otklik.settings.Problems;
import otklik.settings.Section;
import otklik.settings.Tree;
import otklik.settings.WrongConfiguration;

/// What the house knows of Telegram.
class TelegramSettingsTest {
  private final TelegramSettings settings = new TelegramSettings();
  private final Problems problems = new Problems(settings.secrets());
  private final Messenger telegram = messenger(Map.of());

  private Section section(Map<String, String> values) {
    return new Section(Tree.Fields.of(values), problems);
  }

  private Messenger messenger(Map<String, String> environment) {
    return settings.read(section(environment));
  }

  private void isRefused(String... lines) {
    assertThatThrownBy(problems::refuse).isInstanceOfSatisfying(WrongConfiguration.class,
        wrong -> assertThat(wrong.lines()).containsExactly(lines));
  }

  @Test
  void its_own_server_is_asked_unless_another_is_named() {
    assertThat(telegram.server()).isEqualTo(URI.create("https://api.telegram.org"));
    assertThat(messenger(Map.of("TELEGRAM_API_URL", "http://127.0.0.1:9000/")).server())
        .isEqualTo(URI.create("http://127.0.0.1:9000"));
    assertThat(problems.any()).isFalse();
    messenger(Map.of("TELEGRAM_API_URL", "api.telegram.org", "TELEGRAM_LIMITS", "some"));
    isRefused("environment: TELEGRAM_API_URL: 'api.telegram.org' is not an address such as https://desk.example.org",
        "environment: TELEGRAM_LIMITS: 'some' is not one of: default, off");
  }

  @Test
  void a_server_on_this_machine_is_reached_without_the_proxy() {
    Optional<Proxy> proxy = Optional.of(new Proxy(Proxy.Protocol.HTTP, "10.0.0.1", 3128, null));
    Network network = new Network(Optional.empty(), proxy, Network.CALL_TIMEOUT, Network.POLL_TIMEOUT, new TestTime());
    assertThat(network.proxyTo(telegram.server())).isEqualTo(proxy);
    assertThat(network.proxyTo(messenger(Map.of("TELEGRAM_API_URL", "http://localhost:8081")).server())).isEmpty();
  }

  @Test
  void limits_are_the_servers_unless_a_channel_says_otherwise() {
    Messenger own = messenger(Map.of("TELEGRAM_LIMITS", "off"));
    assertThat(own.credentials(section(Map.of("token", "42:x")), _ -> Optional.empty()))
        .isEqualTo(new BotCredentials("42:x", true));
    Credentials limited =
        own.credentials(section(Map.of("token", "42:x", "limits", "default")), _ -> Optional.empty());
    assertThat(limited).isEqualTo(new BotCredentials("42:x", false));
    assertThat(limited.toString()).doesNotContain("42:x");
  }

  @Test
  void a_token_that_landed_anywhere_is_known_as_one() {
    section(Map.of("id", "123456:AbCdEfGhIjKl")).id("id");
    isRefused("environment: id: '…' is not a whole number");
  }

  @Test
  void a_group_is_a_negative_number_and_a_person_a_positive_one() {
    Section ids = section(Map.of("group", "-1001", "people", "7,8", "person", "5", "others", "7,-8", "ops", "-42"));
    assertThat(telegram.ids().group(ids, "group")).isEqualTo("-1001");
    assertThat(telegram.ids().people(ids, "people")).isEqualTo(List.of("7", "8"));
    assertThat(telegram.ids().chat(ids, "ops")).isEqualTo("-42");
    assertThat(problems.any()).isFalse();
    telegram.ids().group(ids, "person");
    telegram.ids().people(ids, "others");
    isRefused("environment: person: '5' is not a group; a group's id is negative, such as -1001234567890",
        "environment: others: '-8' is a group; a person's id is positive");
  }

  @Test
  void a_topic_of_a_supergroup_has_an_address() {
    assertThat(telegram.links().toTopic(new Place("-1001234", "56"))).isEqualTo("https://t.me/c/1234/56");
    assertThat(telegram.links().toTopic(Place.chat("-1001234"))).isNull();
    assertThat(telegram.links().toTopic(new Place("-99", "56"))).isNull();
    assertThat(telegram.links().toTopic(null)).isNull();
  }

  @Test
  void a_link_that_was_pasted_gives_away_its_word() {
    assertThat(telegram.links().startWord("вот https://t.me/desk_bot?start=ACME-1 смотрите")).contains("ACME-1");
    assertThat(telegram.links().startWord("ACME-1")).isEmpty();
  }

  @Test
  void messages_of_a_chat_are_numbered_one_after_another() {
    MessageRef first = new MessageRef("5", "100");
    assertThat(telegram.isSoonAfter(first, new MessageRef("5", "105"))).isTrue();
    assertThat(telegram.isSoonAfter(first, new MessageRef("5", "106"))).isFalse();
  }
}
