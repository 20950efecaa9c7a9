package otklik.emergency.helping;

import java.util.Optional;
import java.util.Set;
import otklik.dialogs.Visitor;
import otklik.emergency.membership.MemberAction;
import otklik.emergency.settings.EmergencyPart;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;

/// A button under a request's card that only members of a community may press. The messenger is asked whether they are
/// one, and the press is answered when that is known.
abstract class MembersOnlyButton implements EmergencyPart, PersonButton, MemberAction {
  private final Press.Kind action;
  private final MemberPresses memberPresses;

  MembersOnlyButton(Press.Kind action, MemberPresses memberPresses) {
    this.action = action;
    this.memberPresses = memberPresses;
  }

  /// What comes before it is done; empty when nothing does.
  Optional<Response> beforehand(Pressing pressing, Ticket ticket) throws Exception {
    return Optional.empty();
  }

  /// Why it can't be done, whether they are a member or not; empty when the messenger is to be asked.
  abstract Optional<String> refusal(Visitor visitor, Ticket ticket) throws Exception;

  /// They are a member.
  ///
  /// @return what they are told
  abstract String granted(Visitor visitor, Ticket ticket) throws Exception;

  @Override
  public final Set<Press.Kind> buttons() {
    return Set.of(action);
  }

  @Override
  public final Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = memberPresses.asked(pressing).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    Optional<String> refusal = refusal(visitor, ticket);
    if (refusal.isPresent()) {
      return Response.says(refusal.get());
    }
    Optional<Response> beforehand = beforehand(pressing, ticket);
    if (beforehand.isPresent()) {
      return beforehand.get();
    }
    memberPresses.awaitMembership(pressing, ticket, this);
    return new Response.InAMoment();
  }

  @Override
  public final String name() {
    return Press.of(action).data();
  }

  @Override
  public final void granted(Visitor visitor, String data) throws Exception {
    WaitingPress waiting = WaitingPress.read(data);
    memberPresses.answer(visitor, waiting, granted(visitor, memberPresses.ticket(visitor, waiting)), false);
  }

  @Override
  public final void refused(Visitor visitor, String data, Why why) throws Exception {
    memberPresses.answer(visitor, WaitingPress.read(data), visitor.text(switch (why) {
      case NOT_A_MEMBER, NO_COMMUNITY -> "emergency.take.not-a-member";
      case UNKNOWN -> "emergency.take.unknown";
    }), true);
  }

  @Override
  public final void dropped(Visitor visitor, String data) throws Exception {
    memberPresses.answer(visitor, WaitingPress.read(data), null, false);
  }
}
