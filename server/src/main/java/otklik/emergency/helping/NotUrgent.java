package otklik.emergency.helping;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.CoordinatorButtons;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.RequestMoves;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.Votes;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencySettings;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// [Не срочная помощь]: a volunteer thinks that a request isn't one for this service. When enough think so, it is closed
/// in a while.
@Component
final class NotUrgent extends MembersOnlyButton {
  private final Requests requests;
  private final Votes votes;
  private final RequestMoves requestMoves;
  private final NotUrgentConfirm closing;
  private final RequestCards requestCards;

  NotUrgent(MemberPresses memberPresses, RequestMoves requestMoves, Requests requests, Votes votes,
      NotUrgentConfirm closing, RequestCards requestCards) {
    super(EmergencyButton.NOT_URGENT, memberPresses);
    this.requests = requests;
    this.votes = votes;
    this.requestMoves = requestMoves;
    this.closing = closing;
    this.requestCards = requestCards;
  }

  @Override
  Optional<Response> beforehand(Pressing pressing, Ticket ticket) throws Exception {
    return pressing.press().more().filter(CoordinatorButtons.SURELY::equals).isPresent() ? Optional.empty()
        : Optional.of(closing.ask(pressing.visitor(), ticket, EmergencyButton.NOT_URGENT));
  }

  @Override
  Optional<String> refusal(Visitor visitor, Ticket ticket) throws Exception {
    return ticket.state().equals(RequestLifecycle.OPEN) ? Optional.empty() : tooLate(visitor, ticket);
  }

  /// As for whoever wants to take it.
  private Optional<String> tooLate(Visitor visitor, Ticket ticket) throws Exception {
    return requestMoves.refusal(visitor, ticket, new RequestCommand.Take());
  }

  /// Whoever has said that it is urgent, or a coordinator who has left it open, isn't outvoted.
  @Override
  String granted(Visitor visitor, Ticket ticket) throws Exception {
    if (!ticket.state().equals(RequestLifecycle.OPEN)) {
      return tooLate(visitor, ticket).orElseThrow();
    }
    Turn turn = visitor.turn();
    boolean news = votes.add(turn, ticket.id(), visitor.person().id());
    int wanted = EmergencySettings.of(turn.channel()).notUrgentVotes();
    int given = votes.of(turn, ticket.id()).size();
    boolean decided = requests.of(turn, ticket).appealed();
    if (!decided && given >= wanted) {
      return closing.begin(visitor, ticket);
    }
    if (news) {
      requestCards.refresh(turn, ticket.id());
    }
    return decided ? visitor.text("emergency.not-urgent.appealed")
        : visitor.text("emergency.not-urgent.counted", "more", wanted - given);
  }
}
