package otklik.helpdesk.clients;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.dialogs.Visitor;
import otklik.helpdesk.projects.Invite;
import otklik.helpdesk.projects.InviteCode;
import otklik.helpdesk.projects.Invites;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.turns.Turn;

/// Whether words are an invite code, and whether it lets their author in. Whoever has guessed wrong too often learns
/// neither.
@Component
final class InviteCheck {
  private final Invites invites;
  private final Projects projects;
  private final StrangerAdmission strangerAdmission;

  InviteCheck(Invites invites, Projects projects, StrangerAdmission strangerAdmission) {
    this.invites = invites;
    this.projects = projects;
    this.strangerAdmission = strangerAdmission;
  }

  sealed interface Tried {
    record LetIn(Project to) implements Tried {}

    /// @param text the key of what the person is told
    record Refused(String text) implements Tried {}
  }

  static Optional<InviteCode> typed(Visitor visitor, String text) {
    return InviteCode.in(text, visitor.channel().messenger().links());
  }

  /// The same where words are expected: what may be words isn't even looked up.
  boolean isSurelyCode(Visitor visitor, Content content) {
    return content instanceof Content.Text text
        && typed(visitor, text.text()).filter(code -> !code.mayBeWords()).isPresent() && isCode(visitor, content);
  }

  /// Whether a message names a code that exists. Asking costs a guess when it doesn't; whoever has none left is told
  /// nothing.
  boolean isCode(Visitor visitor, Content content) {
    Optional<InviteCode> typed = content instanceof Content.Text text ? typed(visitor, text.text()) : Optional.empty();
    if (typed.isEmpty() || !strangerAdmission.letsGuess(visitor)) {
      return false;
    }
    boolean known = invites.meant(visitor.turn(), typed.get()).isPresent();
    if (!known) {
      strangerAdmission.wrongGuess(visitor);
    }
    return known;
  }

  Tried tried(Visitor visitor, String text) {
    if (!strangerAdmission.letsGuess(visitor)) {
      return new Tried.Refused("too-many-guesses");
    }
    Optional<Invite> invite = typed(visitor, text).flatMap(code -> invites.meant(visitor.turn(), code));
    if (invite.isEmpty()) {
      strangerAdmission.wrongGuess(visitor);
      return new Tried.Refused("wrong-code");
    }
    Project project = projects.find(visitor.turn(), invite.get().project()).orElseThrow();
    Invite.State state = admission(visitor, invite.get(), project);
    if (state == Invite.State.GOOD) {
      return new Tried.LetIn(project);
    }
    strangerAdmission.wrongGuess(visitor);
    return new Tried.Refused(state.text());
  }

  /// Whoever belongs to the project already needs no code any more, and uses none up.
  private Invite.State admission(Visitor visitor, Invite invite, Project project) {
    Turn turn = visitor.turn();
    if (!project.active()) {
      return Invite.State.OFF;
    }
    if (projects.allOf(turn, visitor.person().id()).contains(project) || invites.use(turn, invite)) {
      return Invite.State.GOOD;
    }
    Invite.State why = invite.state(turn.now());
    return why == Invite.State.GOOD ? Invite.State.USED_UP : why;
  }
}
