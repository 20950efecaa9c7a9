package otklik.emergency.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.emergency.people.Resident;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.people.Volunteer;
import otklik.emergency.people.Volunteers;
import otklik.emergency.requests.Case;
import otklik.emergency.requests.Cases;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Requests;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.turns.Turn;

/// What is open now, for a volunteer who has just come, goes on, or wakes.
@Component
public final class Waking implements TimerHandler {
  private final Volunteers volunteers;
  private final ResidentRows residentRows;
  private final Requests requests;
  private final Cases cases;
  private final VolunteerInvitations volunteerInvitations;

  Waking(Volunteers volunteers, ResidentRows residentRows, Requests requests, Cases cases,
      VolunteerInvitations volunteerInvitations) {
    this.volunteers = volunteers;
    this.residentRows = residentRows;
    this.requests = requests;
    this.cases = cases;
    this.volunteerInvitations = volunteerInvitations;
  }

  /// Whoever wants to be left alone at the moment hears of it when they wake.
  public void catchUp(Turn turn, Volunteer volunteer) throws Exception {
    if (volunteer.paused()) {
      return;
    }
    if (!volunteer.hears(turn.now(), volunteerInvitations.zone(turn.channel(), volunteer))) {
      volunteerInvitations.later(turn, volunteer);
      return;
    }
    Long community = residentRows.find(turn, volunteer.person()).map(Resident::community).orElse(null);
    for (TicketId id : requests.around(turn, volunteer.country(), community, List.of(RequestLifecycle.OPEN))) {
      Case it = cases.read(turn, id);
      if (!it.ticket().person().equals(volunteer.person())) {
        volunteerInvitations.send(turn, it, Math.max(0, it.request().ring()), volunteer);
      }
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(VolunteerInvitations.WAKE);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Optional<Volunteer> volunteer =
        volunteers.reachable(turn, new PersonId(Long.parseLong(timer.subject())));
    if (volunteer.isPresent()) {
      catchUp(turn, volunteer.get());
    }
  }
}
