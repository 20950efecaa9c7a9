package otklik.workspaces;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import otklik.channels.Ability;
import otklik.channels.Claims;
import otklik.channels.Credentials;
import otklik.channels.Messenger;
import otklik.settings.Section;

/// Reads channels one after another, each with its messenger and its scenario, and refuses what two of them can't
/// share.
final class ChannelReader {
  private final List<? extends ScenarioSettings<?>> scenarios;
  private final Messengers messengers;
  private final Map<Owned, String> ownersOfAccounts = new HashMap<>();
  private final Map<Owned, String> ownersOfChats = new HashMap<>();

  /// Something of a messenger that only one channel can have.
  private record Owned(String messenger, String what) {}

  /// A channel whose account is known.
  ///
  /// @param owner how it is called where another wants the same
  private record Known(Section section, String owner, Messenger messenger, Credentials credentials, Claims accounts) {}

  private record Scenario(String ownTexts, Object settings, List<Credentials> helpers, Set<String> chats) {
    static final Scenario NONE = new Scenario("", "", List.of(), Set.of());
  }

  ChannelReader(List<? extends ScenarioSettings<?>> scenarios, Messengers messengers) {
    this.scenarios = scenarios;
    this.messengers = messengers;
  }

  /// @param zone  the workspace's
  /// @param texts likewise
  /// @param names of its channels before
  ChannelSettings read(Section section, String workspace, ZoneId zone, Texts texts, Set<String> names) {
    String name = section.text("name", WorkspaceReader.NAME, WorkspaceReader.A_NAME);
    if (!name.isEmpty() && !names.add(name)) {
      section.problem("name", "there is a channel '" + name + "' in this workspace already");
    }
    Known channel = known(section, workspace + "/" + name);
    String scenario = section.text("scenario");
    Scenario read = scenario(scenario, channel, zone).orElse(Scenario.NONE);
    return new ChannelSettings(name, channel.messenger(), channel.credentials(), read.helpers(),
        texts.on(channel.messenger().name()), scenario, read.ownTexts(), read.settings(), read.chats());
  }

  private Known known(Section section, String owner) {
    Messenger messenger = messengers.named(section, "messenger");
    Claims accounts = account ->
        Optional.ofNullable(ownersOfAccounts.putIfAbsent(new Owned(messenger.name(), account), owner));
    return new Known(section, owner, messenger, messenger.credentials(section, accounts), accounts);
  }

  private Optional<Scenario> scenario(String name, Known channel, ZoneId zone) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    for (ScenarioSettings<?> scenario : scenarios) {
      if (scenario.scenario().equals(name)) {
        return Optional.of(settings(scenario, channel, zone));
      }
    }
    var known = scenarios.stream().map(ScenarioSettings::scenario).sorted().toList();
    channel.section().problem("scenario", "'" + name + "' is not one of: " + String.join(", ", known));
    return Optional.empty();
  }

  private <T> Scenario settings(ScenarioSettings<T> scenario, Known channel, ZoneId zone) {
    mayRun(scenario, channel);
    Section section = channel.section().section(scenario.scenario());
    T settings = scenario.read(section, zone, channel.messenger());
    for (String chat : scenario.chats(settings)) {
      String other = ownersOfChats.putIfAbsent(new Owned(channel.messenger().name(), chat), channel.owner());
      if (other != null) {
        channel.section().problem(scenario.scenario(), "the chat " + chat + " belongs to " + other + " already");
      }
    }
    List<Credentials> helpers = scenario.helperTokens(settings).stream().flatMap(token -> channel.messenger().helper(
        channel.credentials(), section, ScenarioSettings.HELPER_TOKENS, token, channel.accounts()).stream()).toList();
    return new Scenario(scenario.ownTexts(), settings, helpers, scenario.chats(settings));
  }

  private void mayRun(ScenarioSettings<?> scenario, Known channel) {
    Messenger messenger = channel.messenger();
    String missing = scenario.needs().stream().filter(ability -> !messenger.can(ability)).sorted().map(Ability::word)
        .collect(Collectors.joining(", no "));
    if (!missing.isEmpty()) {
      channel.section().problem("scenario", "'" + scenario.scenario() + "' doesn't run on " + messenger.name()
          + ", which has no " + missing + "; it runs on: " + String.join(", ", messengers.able(scenario.needs())));
    }
  }
}
