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
import otklik.relay.Direction;
import otklik.relay.Reactions;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What people and operators change after they have written, and what they put on each other's messages. In the group
/// only operators count.
@Component
public final class EditsAndReactions {
  private final PersonEdits personEdits;
  private final OperatorEdits operatorEdits;
  private final Reactions reactions;
  private final People people;
  private final Blocklist blocklist;
  private final Timeline timeline;

  EditsAndReactions(PersonEdits personEdits, OperatorEdits operatorEdits, Reactions reactions, People people,
      Blocklist blocklist, Timeline timeline) {
    this.personEdits = personEdits;
    this.operatorEdits = operatorEdits;
    this.reactions = reactions;
    this.people = people;
    this.blocklist = blocklist;
    this.timeline = timeline;
  }

  public void edited(Turn turn, Incoming.Edited edited) throws Exception {
    if (edited.content() instanceof Content.Unsupported || !isHeard(turn, edited.direct(), edited.by())) {
      return;
    }
    Optional<Corrections.Kept> changed =
        edited.direct() ? personEdits.edited(turn, edited) : operatorEdits.edited(turn, edited);
    if (changed.isPresent()) {
      timeline.note(turn, changed.get().ticket(), "edited", Actor.of(people.seen(turn, edited.by()).id()),
          Long.toString(changed.get().message().value()));
    }
  }

  public void reacted(Turn turn, Incoming.Reacted reacted) throws Exception {
    if (counts(turn, reacted)) {
      reactions.changed(turn, reacted, reacted.direct() ? Direction.OUT : Direction.IN);
    }
  }

  /// Whether it shows on the other side.
  public boolean counts(Turn turn, Incoming.Reacted reacted) throws Exception {
    return isHeard(turn, reacted.direct(), reacted.by());
  }

  private boolean isHeard(Turn turn, boolean direct, Author author) throws Exception {
    return direct ? !isBlocked(turn, author) : Operators.isOperator(turn.channel(), author);
  }

  private boolean isBlocked(Turn turn, Author person) throws Exception {
    Optional<Person> known = people.find(turn, person.id());
    return known.isPresent() && blocklist.has(turn, known.get().id());
  }
}
