package otklik.emergency.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.emergency.people.Volunteer;
import otklik.emergency.people.Volunteers;
import otklik.emergency.requests.Asking;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.Case;
import otklik.emergency.requests.Cases;
import otklik.emergency.requests.Distances;
import otklik.emergency.requests.Request;
import otklik.emergency.search.Nearest.Candidate;
import otklik.emergency.search.Nearest.Standing;
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.PersonId;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Asks those of a ring whom nobody has asked yet, as many as one transaction should.
@Component
final class SearchRounds {
  static final int AT_ONCE = 250;
  /// So many are chosen when everybody is weighed, so that this isn't done anew for each part of them.
  static final int CHOSEN_AT_ONCE = 2500;
  /// Whoever gave a request back isn't asked again sooner, even if nobody else is left. Who comes back from a pause sees
  /// everything that is open, because they want to.
  private static final Duration LEFT_ALONE = Duration.ofMinutes(5);

  private final Volunteers volunteers;
  private final Askings askings;
  private final Cases cases;
  private final VolunteerInvitations volunteerInvitations;

  SearchRounds(Volunteers volunteers, Askings askings, Cases cases, VolunteerInvitations volunteerInvitations) {
    this.volunteers = volunteers;
    this.askings = askings;
    this.cases = cases;
    this.volunteerInvitations = volunteerInvitations;
  }

  /// @param next   who is asked next; empty when everybody has to be weighed anew
  /// @param more   whether some of the ring are left to be asked
  /// @param nobody whether this search has reached nobody at all
  /// @param again  when somebody who gave the request back may be asked again; null when nobody waits for that
  record Asked(List<PersonId> next, boolean more, boolean nobody, @Nullable Instant again) {}

  /// Weighs all who could be asked.
  Asked ask(Turn turn, Ticket ticket, int ring) throws Exception {
    Case it = cases.read(turn, ticket);
    Integer most = EmergencySettings.of(turn.channel()).rings().get(ring).volunteers();
    Map<PersonId, Asking> before = askings.of(turn, ticket.id()).stream()
        .collect(Collectors.toMap(Asking::volunteer, Function.identity()));
    int reached = (int) before.values().stream().filter(each -> isReached(it.request(), each)).count();
    List<Candidate> all = candidates(turn, it, before);
    List<Candidate> chosen = Nearest.of(all, most, reached);
    List<Candidate> now = chosen.subList(0, Math.min(AT_ONCE, chosen.size()));
    for (Candidate each : now) {
      volunteerInvitations.send(turn, it, ring, each.volunteer());
    }
    boolean more = now.size() < chosen.size();
    if (most == null && !more) {
      for (Candidate each : all) {
        if (each.standing() == Standing.RESTING) {
          volunteerInvitations.later(turn, each.volunteer());
        }
      }
    }
    return new Asked(more ? rest(chosen) : List.of(), more, reached + now.size() == 0,
        most == null && !more ? again(all, before) : null);
  }

  private static List<PersonId> rest(List<Candidate> chosen) {
    return chosen.subList(AT_ONCE, Math.min(CHOSEN_AT_ONCE, chosen.size())).stream()
        .map(each -> each.volunteer().person()).toList();
  }

  /// Asks those who were chosen before, as far as they can be asked still.
  ///
  /// @param chosen not empty
  Asked ask(Turn turn, Ticket ticket, int ring, List<PersonId> chosen) throws Exception {
    Case it = cases.read(turn, ticket);
    List<PersonId> now = chosen.subList(0, Math.min(AT_ONCE, chosen.size()));
    Map<PersonId, Volunteer> found = volunteers.reachable(turn, now).stream()
        .collect(Collectors.toMap(Volunteer::person, Function.identity()));
    Map<PersonId, Asking> before = askings.of(turn, ticket.id(), now).stream()
        .collect(Collectors.toMap(Asking::volunteer, Function.identity()));
    for (PersonId person : now) {
      Volunteer volunteer = found.get(person);
      if (volunteer != null && !volunteer.paused()
          && mayBeAsked(standing(turn.channel(), it.request(), volunteer, before.get(person), turn.now()))) {
        volunteerInvitations.send(turn, it, ring, volunteer);
      }
    }
    return new Asked(chosen.subList(now.size(), chosen.size()), true, false, null);
  }

  private static boolean mayBeAsked(Standing standing) {
    return switch (standing) {
      case FREE, RETURNED -> true;
      case ASKED, JUST_RETURNED, RESTING -> false;
    };
  }

  private static @Nullable Instant again(List<Candidate> all, Map<PersonId, Asking> before) {
    return all.stream().filter(each -> each.standing() == Standing.JUST_RETURNED)
        .map(each -> before.get(each.volunteer().person()).changedAt().plus(LEFT_ALONE))
        .min(Comparator.naturalOrder()).orElse(null);
  }

  private List<Candidate> candidates(Turn turn, Case it, Map<PersonId, Asking> before) {
    Request request = it.request();
    Instant now = turn.now();
    Map<String, Double> metres = new HashMap<>();
    return volunteers.around(turn, request.country(), request.community()).stream()
        .filter(each -> !each.paused() && !each.person().equals(it.ticket().person()))
        .map(each -> new Candidate(each,
            metres.computeIfAbsent(each.city(), city -> Distances.between(turn.channel(), city, request)),
            standing(turn.channel(), request, each, before.get(each.person()), now)))
        .toList();
  }

  private Standing standing(Channel channel, Request request, Volunteer volunteer, @Nullable Asking asking,
      Instant now) {
    if (asking != null && asking.search() == request.search()) {
      return Standing.ASKED;
    }
    if (!volunteer.hears(now, Distances.zone(channel, volunteer.city()))) {
      return Standing.RESTING;
    }
    if (asking == null || asking.state() != Asking.State.RETURNED) {
      return Standing.FREE;
    }
    return now.isBefore(asking.changedAt().plus(LEFT_ALONE)) ? Standing.JUST_RETURNED : Standing.RETURNED;
  }

  private static boolean isReached(Request request, Asking asking) {
    return asking.search() == request.search() && asking.state() != Asking.State.FAILED;
  }
}
