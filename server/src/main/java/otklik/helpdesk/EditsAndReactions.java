package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.kernel.PersonId;
import otklik.people.Actor;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Corrections;
import otklik.relay.Direction;
import otklik.relay.Reactions;
import otklik.rooms.MeantTickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// What people and operators change after they have written, and what they put on each other's messages. In the group
/// only operators count.
@Component
final class EditsAndReactions {
  private final Corrections corrections;
  private final Reactions reactions;
  private final Descriptions descriptions;
  private final Comments comments;
  private final Rewritten rewritten;
  private final Replanning replanning;
  private final OrderedAnswers orderedAnswers;
  private final MeantTickets meantTickets;
  private final People people;
  private final Blocklist blocklist;
  private final Timeline timeline;
  private final Deliveries deliveries;

  EditsAndReactions(Corrections corrections, Reactions reactions, Descriptions descriptions, Comments comments,
      Rewritten rewritten, Replanning replanning, OrderedAnswers orderedAnswers, MeantTickets meantTickets,
      People people, Blocklist blocklist, Timeline timeline, Deliveries deliveries) {
    this.corrections = corrections;
    this.reactions = reactions;
    this.descriptions = descriptions;
    this.comments = comments;
    this.rewritten = rewritten;
    this.replanning = replanning;
    this.orderedAnswers = orderedAnswers;
    this.meantTickets = meantTickets;
    this.people = people;
    this.blocklist = blocklist;
    this.timeline = timeline;
    this.deliveries = deliveries;
  }

  void edited(Turn turn, Incoming.Edited edited) throws Exception {
    if (edited.content() instanceof Content.Unsupported
        || !edited.direct() && !Operators.isOperator(turn.channel(), edited.by())) {
      return;
    }
    if (!edited.direct() && replanning.edited(turn, edited)) {
      return;
    }
    Optional<Corrections.Kept> before = corrections.find(turn, edited.ref());
    if (before.isEmpty() && !edited.direct() && InternalWords.orderAnswer(edited.content())) {
      tell(turn, edited, "edit-sends-nothing");
      return;
    }
    if (before.isEmpty() && !edited.direct() && meantTickets.areMany(turn, edited.place())) {
      tell(turn, edited, "edit-not-here");
      return;
    }
    if (before.isEmpty() || edited.direct() && isBlocked(turn, edited.by())) {
      return;
    }
    Optional<Content> now = says(turn, before.get(), edited.content());
    if (now.isEmpty()) {
      tell(turn, edited, "edit-stays");
      return;
    }
    Content said = rewritten.before(turn, before.get());
    if (before.get().direction() == Direction.NOTE && InternalWords.are(said)
        && !InternalWords.are(edited.content())) {
      tell(turn, edited, "edit-sends-nothing");
    }
    Optional<Corrections.Kept> changed = corrections.correct(turn, edited.ref(), now.get());
    if (changed.isPresent() && changed.get().ticket() != null && changed.get().direction() != Direction.NOTE) {
      PersonId editor = people.seen(turn, edited.by()).id();
      timeline.note(turn, changed.get().ticket(), "edited", Actor.of(editor),
          Long.toString(changed.get().message().value()));
      descriptions.changed(turn, changed.get());
      comments.changed(turn, changed.get(), now.get());
      rewritten.told(turn, changed.get(), said, now.get());
    }
  }

  private void tell(Turn turn, Incoming.Edited edited, String key) throws Exception {
    deliveries.owe(turn, NewDelivery.words(new Call.Say(edited.place(),
        Content.Text.of(turn.text(key)), new Target.Known(edited.ref().id()), List.of())));
  }

  private Optional<Content> says(Turn turn, Corrections.Kept kept, Content now) throws Exception {
    return kept.direction() != Direction.OUT || kept.ticket() == null ? Optional.of(now)
        : orderedAnswers.says(turn, kept.ticket(), kept.message(), now);
  }

  void reacted(Turn turn, Incoming.Reacted reacted) throws Exception {
    if (counts(turn, reacted)) {
      reactions.changed(turn, reacted, reacted.direct() ? Direction.OUT : Direction.IN);
    }
  }

  /// Whether it shows on the other side.
  boolean counts(Turn turn, Incoming.Reacted reacted) throws Exception {
    return reacted.direct() ? !isBlocked(turn, reacted.by()) : Operators.isOperator(turn.channel(), reacted.by());
  }

  private boolean isBlocked(Turn turn, Author person) throws Exception {
    Optional<Person> known = people.find(turn, person.id());
    return known.isPresent() && blocklist.has(turn, known.get().id());
  }
}
