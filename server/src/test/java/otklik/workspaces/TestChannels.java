package otklik.workspaces;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import otklik.channels.TestMessenger;
import otklik.kernel.Ids;
import otklik.kernel.Language;
import otklik.storage.Address;
import otklik.storage.Database;

/// Channels with their rows, for tests of what stands below the scenarios.
public final class TestChannels {
  private TestChannels() {}

  /// One channel `desk` in each of these workspaces, of the scenario `test`. Known again after a restart.
  public static Channels in(Database database, Address address, String... workspaces) {
    InstantSource clock = InstantSource.system();
    return new Registration(database, new Ids(clock)).register(installation(address, workspaces));
  }

  /// The same, as the configuration says it.
  public static Installation installation(Address address, String... workspaces) {
    List<WorkspaceSettings> settings = Arrays.stream(workspaces).map(TestChannels::workspace).toList();
    ServerSettings server = new ServerSettings(address, new HttpSettings("127.0.0.1", 0, List.of()), Optional.empty(),
        Optional.empty(), LogLevel.INFO, false, Optional.empty(), Optional.empty());
    return new Installation(settings, server);
  }

  private static WorkspaceSettings workspace(String name) {
    Texts texts = Texts.ofProduct();
    return new WorkspaceSettings(name, ZoneOffset.UTC, Language.EN, texts,
        List.of(new ChannelSettings("desk", TestMessenger.ROOMY, TestMessenger.credentials(), List.of(), texts, "test",
            "test.", new Object(), Set.of("-500"))));
  }
}
