package otklik.helpdesk.answers;

import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.people.Actor;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Corrections;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What people and operators change after they have written, and whose reactions are shown.
@Component
public final class EditsAndReactions {
  private final PersonEdits personEdits;
  private final OperatorEdits operatorEdits;
  private final People people;
  private final Blocklist blocklist;
  private final Timeline timeline;

  EditsAndReactions(PersonEdits personEdits, OperatorEdits operatorEdits, People people, Blocklist blocklist,
      Timeline timeline) {
    this.personEdits = personEdits;
    this.operatorEdits = operatorEdits;
    this.people = people;
    this.blocklist = blocklist;
    this.timeline = timeline;
  }

  public void edited(Turn turn, Incoming.Edited edited) throws Exception {
    if (edited.content() instanceof Content.Unsupported || edited.direct() && isBlocked(turn, edited.by())) {
      return;
    }
    Optional<Corrections.Kept> changed =
        edited.direct() ? personEdits.edited(turn, edited) : operatorEdits.edited(turn, edited);
    if (changed.isPresent()) {
      timeline.note(turn, changed.get().ticket(), "edited", Actor.of(people.seen(turn, edited.by()).id()),
          Long.toString(changed.get().message().value()));
    }
  }

  /// Whether the operators see what somebody puts on their answers.
  public boolean areShown(Turn turn, Author person) throws Exception {
    return !isBlocked(turn, person);
  }

  private boolean isBlocked(Turn turn, Author person) throws Exception {
    Optional<Person> known = people.find(turn, person.id());
    return known.isPresent() && blocklist.has(turn, known.get().id());
  }
}
