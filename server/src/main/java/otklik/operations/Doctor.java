package otklik.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import otklik.channels.Account;
import otklik.channels.Credentials;
import otklik.channels.Inspection;
import otklik.channels.LineFactory;
import otklik.channels.Messenger;
import otklik.channels.Network;
import otklik.kernel.ChannelId;
import otklik.kernel.Language;
import otklik.standing.AllNeeds;
import otklik.storage.Address;
import otklik.storage.Checkup;
import otklik.workspaces.ChannelSettings;
import otklik.workspaces.Installation;
import otklik.workspaces.Texts;
import otklik.workspaces.WorkspaceSettings;

/// The command `doctor`: looks at everything that must be right between Otklik and the world, and says of each thing in
/// one line whether it is, and what to do when it isn't. Works beside a running server, and tells nobody else anything.
public final class Doctor {
  private static final ChannelId NOBODY = new ChannelId(0);
  private static final long LITTLE_SPACE = 500L << 20;

  private final Network network;
  private final Consumer<String> terminal;
  private final Map<String, LineFactory> factories = new HashMap<>();
  private int wrong;

  private Doctor(Network network, Consumer<String> terminal) {
    this.network = network;
    this.terminal = terminal;
  }

  /// Returns the exit code: 0 when everything is fine, 1 when something isn't.
  public static int command(Installation installation, Network network, Consumer<String> terminal)
      throws InterruptedException {
    Doctor doctor = new Doctor(network, terminal);
    WorkspaceSettings first = installation.workspaces().getFirst();
    Address rows = installation.server().database();
    Checkup checkup = Checkup.of(rows);
    doctor.tell("", first.texts(), first.language(), database(checkup, rows));
    installation.workspaces().stream().flatMap(workspace -> workspace.channels().stream())
        .map(ChannelSettings::messenger).distinct().forEach(messenger -> doctor.way(messenger, first));
    for (WorkspaceSettings workspace : installation.workspaces()) {
      for (ChannelSettings channel : workspace.channels()) {
        doctor.tell(workspace, channel, doctor.examine(workspace.name() + "/" + channel.name(), channel));
        Set<String> workers = AllNeeds.of(channel).workers();
        if (!workers.isEmpty() && isReadable(checkup)) {
          doctor.tell(workspace, channel,
              Orphaned.in(rows, workspace.name(), channel.name(), workers));
        }
      }
    }
    terminal.accept(first.texts().text(first.language(), doctor.wrong == 0 ? "doctor.healthy" : "doctor.ill",
        "count", doctor.wrong));
    return doctor.wrong == 0 ? 0 : 1;
  }

  private void way(Messenger messenger, WorkspaceSettings first) {
    tell("", first.texts().on(messenger.name()), first.language(), network.proxyTo(messenger.server()).stream()
        .map(proxy -> DoctorFinding.fine("proxy", "messenger", messenger.title(), "address", proxy.toString()))
        .toList());
  }

  private List<DoctorFinding> examine(String label, ChannelSettings channel) throws InterruptedException {
    return Examination.of(inspection(label, channel, channel.credentials()), AllNeeds.of(channel),
        channel.helpers().stream().map(helper -> inspection(label, channel, helper)).toList());
  }

  private Inspection inspection(String label, ChannelSettings channel, Credentials credentials) {
    return factories.computeIfAbsent(channel.messenger().name(), _ -> channel.messenger().connect(network))
        .open(new Account(NOBODY, label, credentials)).inspection();
  }

  /// Only rows of this very version can be understood.
  private static boolean isReadable(Checkup checkup) {
    return checkup instanceof Checkup.Sound(var version, var behind, var ahead) && !version.isEmpty() && behind == 0
        && !ahead;
  }

  private static List<DoctorFinding> database(Checkup checkup, Address address) {
    List<DoctorFinding> findings = new ArrayList<>();
    switch (checkup) {
      case Checkup.Absent _ -> findings.add(DoctorFinding.fine("database.absent"));
      case Checkup.NoRights rights -> findings.add(DoctorFinding.wrong("database.no-rights", "user", rights.user(),
          "schema", rights.schema(), "database", rights.database(), "grant", rights.grant()));
      case Checkup.Refused(var why) when address instanceof Address.Postgres ->
          findings.add(DoctorFinding.wrong("database.unreachable", "detail", why));
      case Checkup.Refused(var why) -> findings.add(DoctorFinding.wrong("database.wrong", "detail", why));
      case Checkup.Sound(var version, var behind, var ahead) -> {
        findings.add(DoctorFinding.fine("database"));
        findings.add(ahead ? DoctorFinding.wrong("schema.ahead", "version", version)
            : DoctorFinding.fine(behind == 0 ? "schema" : "schema.behind", "version", version));
      }
    }
    Checkup.spaceLeft(address).ifPresent(space -> findings.add(DoctorFinding.that(
        space >= LITTLE_SPACE, "space", "megabytes", Long.toString(space >> 20))));
    return findings;
  }

  /// Of a channel; the texts may name its messenger.
  private void tell(WorkspaceSettings workspace, ChannelSettings channel, List<DoctorFinding> findings) {
    tell(workspace.name() + "/" + channel.name() + ": ", channel.texts(), workspace.language(),
        findings.stream().map(finding -> finding.with("messenger", channel.messenger().title())).toList());
  }

  private void tell(String whose, Texts texts, Language language, List<DoctorFinding> findings) {
    for (DoctorFinding finding : findings) {
      terminal.accept((finding.fine() ? "✓ " : "✗ ") + whose
          + texts.text(language, "doctor." + finding.text(), finding.values()));
      wrong += finding.fine() ? 0 : 1;
    }
  }
}
