package otklik.emergency;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.turns.Turn;

/// What is open now, for a volunteer who has just come, goes on, or wakes.
@Component
final class Waking implements Alarm {
  private final Volunteers volunteers;
  private final Residents residents;
  private final Requests requests;
  private final Cases cases;
  private final Summons summons;

  Waking(Volunteers volunteers, Residents residents, Requests requests, Cases cases, Summons summons) {
    this.volunteers = volunteers;
    this.residents = residents;
    this.requests = requests;
    this.cases = cases;
    this.summons = summons;
  }

  /// Whoever wants to be left alone at the moment hears of it when they wake.
  void catchUp(Turn turn, Volunteer volunteer) throws Exception {
    if (volunteer.paused()) {
      return;
    }
    if (!volunteer.hears(turn.now(), summons.zone(turn.channel(), volunteer))) {
      summons.later(turn, volunteer);
      return;
    }
    Long community = residents.find(turn, volunteer.person()).map(Resident::community).orElse(null);
    for (TicketId id : requests.around(turn, volunteer.country(), community, List.of(Lifecycle.OPEN))) {
      Case it = cases.read(turn, id);
      if (!it.ticket().person().equals(volunteer.person())) {
        summons.send(turn, it, Math.max(0, it.request().ring()), volunteer);
      }
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Summons.WAKE);
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
