package otklik.emergency;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// A button under a request's card that only members of a community may press. The messenger is asked whether they are
/// one, and the press is answered when that is known.
abstract class MembersOnlyButton implements EmergencyPart, PersonButton, MemberAction {
  private final Press.Kind action;
  private final Tickets tickets;
  private final ResidentRows residentRows;
  private final PressedTickets pressedTickets;
  private final Membership membership;
  private final Deliveries deliveries;

  MembersOnlyButton(Press.Kind action, Tickets tickets, ResidentRows residentRows, PressedTickets pressedTickets,
      Membership membership, Deliveries deliveries) {
    this.action = action;
    this.tickets = tickets;
    this.residentRows = residentRows;
    this.pressedTickets = pressedTickets;
    this.membership = membership;
    this.deliveries = deliveries;
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
    Ticket ticket = pressedTickets.asked(pressing).orElse(null);
    if (ticket == null || residentRows.find(visitor.turn(), visitor.person().id()).isEmpty()) {
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
    membership.wish(visitor, name(), new WaitingPress(ticket.id(), pressing.id()).stored());
    return new Response.InAMoment();
  }

  @Override
  public final String name() {
    return Press.of(action).data();
  }

  @Override
  public final void granted(Visitor visitor, String data) throws Exception {
    WaitingPress waiting = WaitingPress.read(data);
    Ticket ticket = tickets.find(visitor.turn(), waiting.ticket()).orElseThrow();
    answer(visitor, waiting, granted(visitor, ticket), false);
  }

  @Override
  public final void refused(Visitor visitor, String data, Why why) throws Exception {
    answer(visitor, WaitingPress.read(data), visitor.text(switch (why) {
      case NOT_A_MEMBER, NO_COMMUNITY -> "emergency.take.not-a-member";
      case UNKNOWN -> "emergency.take.unknown";
    }), true);
  }

  @Override
  public final void dropped(Visitor visitor, String data) throws Exception {
    answer(visitor, WaitingPress.read(data), null, false);
  }

  private void answer(Visitor visitor, WaitingPress waiting, @Nullable String words, boolean alert) throws Exception {
    deliveries.owe(visitor.turn(),
        NewDelivery.words(new Call.AnswerPress(visitor.chat(), waiting.press(), words, alert)));
  }
}
