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
import otklik.delivery.Owed;
import otklik.kernel.PersonId;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Corrections;
import otklik.relay.Direction;
import otklik.relay.Reactions;
import otklik.rooms.Residents;
import otklik.storage.Tx;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// What people and operators change after they have written, and what they put on each other's messages. In the group
/// only operators count.
@Component
final class Mirror {
  private final Corrections corrections;
  private final Reactions reactions;
  private final Descriptions descriptions;
  private final Comments comments;
  private final Rewritten rewritten;
  private final Replanning replanning;
  private final OrderedAnswers orderedAnswers;
  private final Residents residents;
  private final People people;
  private final Blocklist blocklist;
  private final Timeline timeline;
  private final Deliveries deliveries;

  Mirror(Corrections corrections, Reactions reactions, Descriptions descriptions, Comments comments,
      Rewritten rewritten, Replanning replanning, OrderedAnswers orderedAnswers, Residents residents, People people, Blocklist blocklist, Timeline timeline,
      Deliveries deliveries) {
    this.corrections = corrections;
    this.reactions = reactions;
    this.descriptions = descriptions;
    this.comments = comments;
    this.rewritten = rewritten;
    this.replanning = replanning;
    this.orderedAnswers = orderedAnswers;
    this.residents = residents;
    this.people = people;
    this.blocklist = blocklist;
    this.timeline = timeline;
    this.deliveries = deliveries;
  }

  void edited(Tx tx, Channel channel, Incoming.Edited edited) throws Exception {
    if (edited.content() instanceof Content.Unsupported
        || !edited.direct() && !OperatorsRoom.isOperator(channel, edited.by())) {
      return;
    }
    if (!edited.direct() && replanning.edited(tx, channel, edited)) {
      return;
    }
    Optional<Corrections.Kept> before = corrections.find(tx, channel, edited.ref());
    if (before.isEmpty() && !edited.direct() && OperatorsRoom.isAnswerOrdered(edited.content())) {
      tell(tx, channel, edited, "edit-sends-nothing");
      return;
    }
    if (before.isEmpty() && !edited.direct() && residents.areMany(tx, channel, edited.place())) {
      tell(tx, channel, edited, "edit-not-here");
      return;
    }
    if (before.isEmpty() || edited.direct() && isBlocked(tx, channel, edited.by())) {
      return;
    }
    Optional<Content> now = says(tx, channel, before.get(), edited.content());
    if (now.isEmpty()) {
      tell(tx, channel, edited, "edit-stays");
      return;
    }
    Content said = rewritten.before(tx, channel, before.get());
    if (before.get().direction() == Direction.NOTE && OperatorsRoom.isInternal(said)
        && !OperatorsRoom.isInternal(edited.content())) {
      tell(tx, channel, edited, "edit-sends-nothing");
    }
    Optional<Corrections.Kept> changed = corrections.correct(tx, channel, edited.ref(), now.get());
    if (changed.isPresent() && changed.get().ticket() != null && changed.get().direction() != Direction.NOTE) {
      PersonId editor = people.seen(tx, channel, edited.by()).id();
      timeline.note(tx, channel, changed.get().ticket(), "edited", editor,
          Long.toString(changed.get().message().value()));
      descriptions.changed(tx, channel, changed.get());
      comments.changed(tx, channel, changed.get(), now.get());
      rewritten.told(tx, channel, changed.get(), said, now.get());
    }
  }

  private void tell(Tx tx, Channel channel, Incoming.Edited edited, String key) throws Exception {
    deliveries.owe(tx, channel, Owed.words(new Call.Say(edited.place(),
        Content.Text.of(channel.texts().text(channel.language(), key)), new Target.Known(edited.ref().id()), List.of())));
  }

  private Optional<Content> says(Tx tx, Channel channel, Corrections.Kept kept, Content now) throws Exception {
    return kept.direction() != Direction.OUT || kept.ticket() == null ? Optional.of(now)
        : orderedAnswers.says(tx, channel, kept.ticket(), kept.message(), now);
  }

  void reacted(Tx tx, Channel channel, Incoming.Reacted reacted) throws Exception {
    if (counts(tx, channel, reacted)) {
      reactions.changed(tx, channel, reacted, reacted.direct() ? Direction.OUT : Direction.IN);
    }
  }

  /// Whether it shows on the other side.
  boolean counts(Tx tx, Channel channel, Incoming.Reacted reacted) throws Exception {
    return reacted.direct() ? !isBlocked(tx, channel, reacted.by()) : OperatorsRoom.isOperator(channel, reacted.by());
  }

  private boolean isBlocked(Tx tx, Channel channel, Author person) throws Exception {
    Optional<Person> known = people.find(tx, channel, person.id());
    return known.isPresent() && blocklist.has(tx, channel, known.get().id());
  }
}
