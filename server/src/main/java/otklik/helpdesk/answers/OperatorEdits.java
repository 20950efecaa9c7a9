package otklik.helpdesk.answers;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.tickets.AnswerKind;
import otklik.kernel.Ids;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.relay.Corrections;
import otklik.relay.Direction;
import otklik.rooms.MeantTickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// An operator changed what they had written. What doesn't become what it looks like now is told.
@Component
final class OperatorEdits {
  private final Corrections corrections;
  private final Replanning replanning;
  private final Timeline timeline;
  private final MeantTickets meantTickets;
  private final Deliveries deliveries;

  OperatorEdits(Corrections corrections, Replanning replanning, Timeline timeline, MeantTickets meantTickets,
      Deliveries deliveries) {
    this.corrections = corrections;
    this.replanning = replanning;
    this.timeline = timeline;
    this.meantTickets = meantTickets;
    this.deliveries = deliveries;
  }

  /// @return the answer that was changed; empty when none was
  Optional<Corrections.Kept> edited(Turn turn, Incoming.Edited edited) throws Exception {
    if (replanning.edited(turn, edited)) {
      return Optional.empty();
    }
    Corrections.Kept before = corrections.find(turn, edited.ref()).orElse(null);
    if (before == null) {
      if (InternalWords.orderAnswer(edited.content())) {
        tell(turn, edited, "edit-sends-nothing");
      } else if (meantTickets.areMany(turn, edited.place())) {
        tell(turn, edited, "edit-not-here");
      }
      return Optional.empty();
    }
    Optional<Content> now = before.direction() != Direction.OUT || before.ticket() == null
        ? Optional.of(edited.content())
        : says(turn, before.ticket(), before.message(), edited.content());
    if (now.isEmpty()) {
      tell(turn, edited, "edit-stays");
      return Optional.empty();
    }
    if (before.direction() == Direction.NOTE && InternalWords.are(before.content())
        && !InternalWords.are(edited.content())) {
      tell(turn, edited, "edit-sends-nothing");
    }
    return corrections.correct(turn, edited.ref(), now.get()).filter(Corrections.Kept::isOfBothSides);
  }

  /// What an answer says when the operator's message has been changed into this. Empty when it says what it said: a
  /// ready answer always does, and notes and commands are nobody's answers.
  private Optional<Content> says(Turn turn, TicketId ticket, MessageId answer, Content now) throws SQLException {
    AnswerKind kind = timeline.of(turn, ticket).stream()
        .filter(entry -> Long.toString(answer.value()).equals(entry.data()))
        .flatMap(entry -> AnswerKind.of(entry.event()).stream()).findFirst().orElse(AnswerKind.SAID);
    return switch (kind) {
      case READY -> Optional.empty();
      case POSTPONED -> LaterOrder.read(now, Ids.madeAt(answer.value()), turn.channel().zone()).map(LaterOrder::words);
      case SAID -> InternalWords.are(now) ? Optional.empty() : Optional.of(now);
    };
  }

  private void tell(Turn turn, Incoming.Edited edited, String key) throws Exception {
    deliveries.owe(turn, NewDelivery.words(new Call.Say(edited.place(),
        Content.Text.of(turn.text(key)), new Target.Known(edited.ref().id()), List.of())));
  }
}
