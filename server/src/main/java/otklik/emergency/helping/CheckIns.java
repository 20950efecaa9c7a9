package otklik.emergency.helping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.commands.Commands;
import otklik.dialogs.Visitor;
import otklik.emergency.cards.RequestCards;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.Request.CheckIn;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.emergency.requests.TakerCard;
import otklik.emergency.search.PressedTickets;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.settings.EmergencySettings;
import otklik.emergency.words.TakerTime;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.turns.Turn;

/// [В пути] [На месте] [Всё в порядке]: a volunteer says how it goes. Who says nothing for long is asked, and who doesn't
/// answer doesn't keep the request.
@Component
final class CheckIns implements EmergencyPart, PersonButton, TimerHandler {
  private final Requests requests;
  private final PressedTickets pressedTickets;
  private final TakerTime time;
  private final Commands commands;
  private final Notifications notifications;
  private final RequestCards requestCards;

  CheckIns(Requests requests, PressedTickets pressedTickets, TakerTime time, Commands commands,
      Notifications notifications, RequestCards requestCards) {
    this.requests = requests;
    this.pressedTickets = pressedTickets;
    this.time = time;
    this.commands = commands;
    this.notifications = notifications;
    this.requestCards = requestCards;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.CHECK_IN);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket ticket = pressedTickets.own(pressing).orElse(null);
    CheckIn says = said(pressing.press()).orElse(null);
    if (ticket == null || says == null) {
      return new Response.Outdated();
    }
    Turn turn = pressing.turn();
    boolean news = requests.of(turn, ticket).checkedIn() != says;
    requests.checkedIn(turn, ticket.id(), says);
    time.heard(turn, ticket.id());
    if (news) {
      notifications.toPerson(turn, ticket, switch (says) {
        case ON_MY_WAY -> "emergency.helping.person.on-my-way";
        case THERE -> "emergency.helping.person.there";
        case ALL_WELL -> "emergency.helping.person.all-well";
      }, "name", visitor.person().spokenName());
      requestCards.refresh(turn, ticket.id());
    }
    return Response.says(visitor.text("emergency.helping.checked-in"));
  }

  private static Optional<CheckIn> said(Press press) {
    return press.more().flatMap(word ->
        Arrays.stream(CheckIn.values()).filter(each -> each.name().equals(word)).findFirst());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(TakerTime.CHECK_IN, TakerTime.SILENCE);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Ticket ticket = requests.ticket(turn, new TicketId(Long.parseLong(timer.subject()))).orElseThrow();
    PersonId volunteer = ticket.owner();
    if (!ticket.state().equals(RequestLifecycle.TAKEN) || volunteer == null) {
      return;
    }
    if (timer.kind().equals(TakerTime.SILENCE)) {
      commands.give(turn, Actor.CLOCK, ticket,
          new RequestCommand.Lose(volunteer, RequestCommand.Loss.SILENT));
    } else {
      ask(notifications.visitor(turn, volunteer), ticket);
      time.asked(turn, ticket.id());
    }
  }

  private void ask(Visitor volunteer, Ticket ticket) throws Exception {
    notifications.toVolunteer(volunteer, ticket, "emergency.helping.how-goes-it",
        List.of(TakerCard.checkIns(volunteer, ticket.id())), "number", ticket.shownNumber(),
        "minutes", EmergencySettings.of(volunteer.channel()).checkIns().patience().toMinutes());
  }
}
