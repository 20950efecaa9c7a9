package otklik.workspaces;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import otklik.kernel.Language;

/// Reads workspaces one after another, and refuses what two of them can't share.
final class WorkspaceReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final String A_NAME = "a name: up to 40 of a-z, 0-9 and -";
  private static final Pattern TELEGRAM_TOKEN = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{1,100}");
  private static final String A_TOKEN = "a bot token (digits, a colon, letters), as @BotFather shows it";

  private final List<? extends ScenarioSettings<?>> scenarios;
  private final ZoneId zone;
  private final Limits limits;
  private final Set<String> workspaces = new HashSet<>();
  private final Map<String, String> ownersOfTokens = new HashMap<>();
  private final Map<String, String> ownersOfChats = new HashMap<>();

  private enum Messenger {
    TELEGRAM
  }

  enum Limits {
    DEFAULT,
    OFF
  }

  /// @param zone   of workspaces that name none
  /// @param limits of channels that name none
  WorkspaceReader(List<? extends ScenarioSettings<?>> scenarios, ZoneId zone, Limits limits) {
    this.scenarios = scenarios;
    this.zone = zone;
    this.limits = limits;
  }

  WorkspaceSettings read(Section section) {
    String name = section.text("name", NAME, A_NAME);
    if (!name.isEmpty() && !workspaces.add(name)) {
      section.problem("name", "there is a workspace '" + name + "' already");
    }
    ZoneId own = section.zone("timezone", zone);
    var language = section.choice("language", Language.class, Language.RU);
    var texts = TextsReader.read(section.section("texts"));
    List<Section> channels = section.sections("channels");
    if (channels.isEmpty()) {
      section.problem("channels", "at least one is needed");
    }
    var names = new HashSet<String>();
    return new WorkspaceSettings(
        name, own, language, texts, channels.stream().map(channel -> channel(channel, name, own, names)).toList());
  }

  private ChannelSettings channel(Section section, String workspace, ZoneId zone, Set<String> names) {
    String name = section.text("name", NAME, A_NAME);
    if (!name.isEmpty() && !names.add(name)) {
      section.problem("name", "there is a channel '" + name + "' in this workspace already");
    }
    String owner = workspace + "/" + name;
    String messenger = section.choice("messenger", Messenger.class, Messenger.TELEGRAM).name().toLowerCase(Locale.ROOT);
    String token = section.secret("token", TELEGRAM_TOKEN, A_TOKEN);
    String other = token.isEmpty() ? null : ownersOfTokens.putIfAbsent(token, owner);
    if (other != null) {
      section.problem("token", "is the token of " + other + " already; every channel needs its own");
    }
    boolean unlimited = section.choice("limits", Limits.class, limits) == Limits.OFF;
    String scenario = section.text("scenario");
    Scenario read = scenario(scenario, section, zone, owner).orElse(Scenario.NONE);
    return new ChannelSettings(name, messenger, token, read.helperTokens(), unlimited, scenario, read.ownTexts(),
        read.settings(), read.chats());
  }

  private record Scenario(String ownTexts, Object settings, List<String> helperTokens, Set<String> chats) {
    static final Scenario NONE = new Scenario("", "", List.of(), Set.of());
  }

  private Optional<Scenario> scenario(String name, Section channel, ZoneId zone, String owner) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    for (ScenarioSettings<?> scenario : scenarios) {
      if (scenario.scenario().equals(name)) {
        return Optional.of(settings(scenario, channel, zone, owner));
      }
    }
    var known = scenarios.stream().map(ScenarioSettings::scenario).sorted().toList();
    channel.problem("scenario", "'" + name + "' is not one of: " + String.join(", ", known));
    return Optional.empty();
  }

  private <T> Scenario settings(ScenarioSettings<T> scenario, Section channel, ZoneId zone, String owner) {
    Section section = channel.section(scenario.scenario());
    T settings = scenario.read(section, zone);
    for (String chat : scenario.chats(settings)) {
      String other = ownersOfChats.putIfAbsent(chat, owner);
      if (other != null) {
        channel.problem(scenario.scenario(), "the chat " + chat + " belongs to " + other + " already");
      }
    }
    List<String> helperTokens = scenario.helperTokens(settings);
    helperTokens.forEach(token -> checkHelper(section, token, owner));
    return new Scenario(scenario.ownTexts(), settings, helperTokens, scenario.chats(settings));
  }

  /// Never shows the token, not even when it is wrong.
  private void checkHelper(Section section, String token, String owner) {
    if (!TELEGRAM_TOKEN.matcher(token).matches()) {
      section.problem(ScenarioSettings.HELPER_TOKENS, "one of them is not " + A_TOKEN);
      return;
    }
    String other = ownersOfTokens.putIfAbsent(token, owner);
    if (other != null) {
      section.problem(ScenarioSettings.HELPER_TOKENS,
          "one of them is a token of " + other + " already; every helper is a bot of its own");
    }
  }
}
