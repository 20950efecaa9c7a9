package otklik.emergency.requests;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.geography.City;
import otklik.kernel.PersonId;
import otklik.people.Person;
import otklik.tickets.Ticket;

/// A request with everything that is ever said of it.
///
/// @param taker   who has it, or says that it is done
/// @param remarks of those who gave it back, oldest first
/// @param city    where it happens; null when the city isn't in the list any more
public record Case(Ticket ticket, Request request, Person person, @Nullable Person taker, List<Remarks.Remark> remarks,
    @Nullable City city, ZoneId zone) {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM, HH:mm");

  /// By the clock of the city.
  public String shown(Instant moment) {
    return MOMENT.format(moment.atZone(zone));
  }

  public boolean wasGivenBackBy(PersonId volunteer) {
    return remarks.stream().anyMatch(remark -> remark.author().equals(volunteer));
  }

  public boolean isOpen() {
    return ticket.state().equals(RequestLifecycle.OPEN);
  }

  public boolean isTaken() {
    return ticket.state().equals(RequestLifecycle.TAKEN);
  }
}
