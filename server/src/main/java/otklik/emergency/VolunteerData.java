package otklik.emergency;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.commands.Commands;
import otklik.dialogs.Visitor;
import otklik.emergency.asking.ToWhom;
import otklik.emergency.helping.Files;
import otklik.emergency.membership.Membership;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.search.RequestViews;
import otklik.emergency.search.VolunteerCopies;
import otklik.emergency.settings.EmergencySettings;
import otklik.emergency.words.PlaceTraces;
import otklik.emergency.words.TakenBack;
import otklik.emergency.words.ToVolunteer;
import otklik.erasure.HelperData;
import otklik.erasure.TicketReader;
import otklik.erasure.TicketSubjects;
import otklik.people.Actor;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What volunteers are shown and told of a request, and what becomes of requests when one of them is forgotten.
@Component
final class VolunteerData implements HelperData {
  private final VolunteerCopies volunteerCopies;
  private final RequestViews requestViews;
  private final TakenBack takenBack;
  private final Commands commands;
  private final ToWhom toWhom;
  private final Membership membership;

  VolunteerData(VolunteerCopies volunteerCopies, RequestViews requestViews, TakenBack takenBack, Commands commands,
      ToWhom toWhom, Membership membership) {
    this.volunteerCopies = volunteerCopies;
    this.requestViews = requestViews;
    this.takenBack = takenBack;
    this.commands = commands;
    this.toWhom = toWhom;
    this.membership = membership;
  }

  @Override
  public String scenario() {
    return EmergencySettings.SCENARIO;
  }

  @Override
  public List<TicketSubjects> told() {
    return List.of(
        new TicketSubjects(List.of(PlaceTraces.POSITION, ToVolunteer.PASSED, ToVolunteer.PASSED_PRIVATE,
            ToVolunteer.PASSED_PLACE), takenBack::take),
        new TicketSubjects(List.of(PlaceTraces.FILE, ToVolunteer.PASSED_FILE, ToVolunteer.PASSED_MEDIA),
            takenBack::takeFile));
  }

  @Override
  public List<TicketSubjects> shown() {
    return List.of(new TicketSubjects(List.of(Files.SHOWN), takenBack::takeFile));
  }

  @Override
  public List<TicketReader> readers(Turn turn, Ticket ticket) {
    return volunteerCopies.readers(turn, ticket);
  }

  @Override
  public void begin(Visitor visitor) throws Exception {
    toWhom.forget(visitor);
    membership.drop(visitor);
    volunteerCopies.erase(visitor);
  }

  @Override
  public void release(Turn turn, Ticket ticket) throws Exception {
    if (ticket.owner() != null && ticket.state().equals(RequestLifecycle.TAKEN)) {
      commands.give(turn, Actor.CLOCK, ticket,
          new RequestCommand.Lose(ticket.owner(), RequestCommand.Loss.FORGOTTEN));
    }
  }

  /// Copies of a request that is closed tell no more than that.
  @Override
  public void refresh(Turn turn, Ticket ticket) throws Exception {
    if (ticket.state().equals(Ticket.CLOSED)) {
      requestViews.refreshCard(turn, ticket.id());
    } else {
      requestViews.refresh(turn, ticket.id());
    }
  }
}
