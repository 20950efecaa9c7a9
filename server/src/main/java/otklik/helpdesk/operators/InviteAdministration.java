package otklik.helpdesk.operators;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Lines;
import otklik.commands.CommandHandler;
import otklik.commands.Given;
import otklik.commands.Phrase;
import otklik.commands.Result;
import otklik.helpdesk.projects.Invite;
import otklik.helpdesk.projects.InviteCode;
import otklik.helpdesk.projects.Invites;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.DeskCommand;
import otklik.turns.Turn;

/// Makes codes and revokes them. Whoever came in with a revoked one stays; the configuration doesn't switch it on again.
@Component
final class InviteAdministration implements CommandHandler<DeskCommand.Inviting> {
  private static final int LONGEST_NAME = 100;

  private final Projects projects;
  private final Invites invites;
  private final Lines lines;

  InviteAdministration(Projects projects, Invites invites, Lines lines) {
    this.projects = projects;
    this.invites = invites;
    this.lines = lines;
  }

  @Override
  public Result done(Given<DeskCommand.Inviting> given) {
    return switch (given.command()) {
      case DeskCommand.MakeCode wanted -> make(given.turn(), wanted);
      case DeskCommand.RevokeCode(var code) -> revoke(given.turn(), code);
    };
  }

  private Result make(Turn turn, DeskCommand.MakeCode wanted) {
    String[] names = wanted.project().split("\\s*/\\s*", 2);
    String name = names[names.length - 1];
    if (names[0].isEmpty() || name.isEmpty() || names[0].length() > LONGEST_NAME || name.length() > LONGEST_NAME) {
      return Result.refused("newcode.usage");
    }
    List<Project> named = projects.all(turn).stream().filter(project -> project.name().equalsIgnoreCase(name))
        .filter(project -> names.length == 1 || project.client().equalsIgnoreCase(names[0])).toList();
    if (named.size() > 1) {
      return Result.refused("newcode.many", "projects",
          named.stream().map(Project::shown).collect(Collectors.joining(", ")));
    }
    if (named.isEmpty() && names.length == 1) {
      return Result.refused("newcode.no-project", "name", name);
    }
    if (!named.isEmpty() && !named.getFirst().active()) {
      return Result.refused("newcode.inactive", "project", named.getFirst().shown());
    }
    String code = Invites.newCode();
    if (named.isEmpty()) {
      return made(turn, projects.create(turn, names[0], name, code), code, wanted);
    }
    invites.declare(turn, named.getFirst().id(), code);
    return made(turn, named.getFirst(), code, wanted);
  }

  private Result made(Turn turn, Project project, String code, DeskCommand.MakeCode wanted) {
    @Nullable Instant end = wanted.days() == null ? null : turn.now().plus(Duration.ofDays(wanted.days()));
    invites.limit(turn, code, wanted.uses(), end);
    Phrase words = Phrase.of("newcode.made", "project", project.shown(), "code", code);
    if (wanted.uses() != null) {
      words = words.then(Phrase.of("newcode.uses", "uses", wanted.uses()));
    }
    if (end != null) {
      words = words.then(Phrase.of("newcode.until", "until",
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(end.atZone(turn.channel().zone()))));
    }
    String address = lines.of(turn.channel().id()).address();
    return new Result.Done(address == null ? words
        : words.then(Phrase.of("newcode.link", "address", address, "code", code)));
  }

  private Result revoke(Turn turn, String typed) {
    Optional<Invite> invite =
        InviteCode.in(typed, turn.channel().messenger().links()).flatMap(code -> invites.meant(turn, code));
    if (invite.isEmpty()) {
      return Result.refused("revoke.no-such");
    }
    String code = invite.get().code();
    if (!invites.revoke(turn, invite.get())) {
      return Result.refused("revoke.was-off", "code", code);
    }
    boolean declared = HelpdeskSettings.of(turn.channel()).clients().stream()
        .flatMap(client -> client.projects().stream()).anyMatch(project -> project.inviteCode().equals(code));
    return Result.done(declared ? "revoke.done-declared" : "revoke.done", "code", code);
  }
}
