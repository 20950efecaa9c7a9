package otklik.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Ability;
import otklik.channels.Call;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.kernel.MessageId;
import otklik.turns.Turn;

/// The one reaction that a bot can put on a message (Bot API, setMessageReaction): what the other side put on its copy,
/// else, on an operator's message, whether it was delivered. An album wears it on its first message. A messenger that
/// refuses one disturbs nobody.
@Component
public final class Receipts {
  private static final String DELIVERED = "👌";
  private static final String FAILED = "🤷";
  /// What must be allowed where operators write.
  public static final Set<String> USED = Set.of(DELIVERED, FAILED);

  private final Messages messages;
  private final PlainAnswers plainAnswers;
  private final ReactionRows reactions;
  private final Deliveries deliveries;

  Receipts(Messages messages, PlainAnswers plainAnswers, ReactionRows reactions, Deliveries deliveries) {
    this.messages = messages;
    this.plainAnswers = plainAnswers;
    this.reactions = reactions;
    this.deliveries = deliveries;
  }

  /// What was written there can't be carried over at all.
  public void failed(Turn turn, MessageRef written) throws SQLException {
    owe(turn, written, FAILED);
  }

  /// The first copy of an operator's answer was made. False when there is more to it than that: then nothing is shown.
  boolean showArrived(Turn turn, MessageId id) throws SQLException {
    Optional<PlainAnswers.Answer> found = plainAnswers.find(turn, id);
    if (found.isEmpty()) {
      return true;
    }
    PlainAnswers.Answer answer = found.get();
    if (answer.hasMore()) {
      return false;
    }
    owe(turn, answer.origin(),
        answer.reaction() != null ? answer.reaction() : answer.takenBack() ? null : DELIVERED);
    return true;
  }

  void show(Turn turn, Message message) throws SQLException {
    List<Message> together = message.album() == null || message.direction() != Direction.OUT ? List.of(message)
        : messages.album(turn, message.ticket(), message.album());
    String emoji = reactions.newest(turn, message.id()).orElse(mark(together));
    owe(turn, together.getFirst().origin(), emoji);
  }

  private void owe(Turn turn, MessageRef written, @Nullable String emoji) throws SQLException {
    if (!turn.channel().messenger().can(Ability.REACTIONS) || Message.isNowhere(written)) {
      return;
    }
    deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING,
        new Call.React(Place.chat(written.chat()), new Target.Known(written.id()), emoji)));
  }

  private static @Nullable String mark(List<Message> together) {
    if (together.stream().anyMatch(message -> message.direction() != Direction.OUT || message.takenBack())) {
      return null;
    }
    if (together.stream().anyMatch(message -> message.failure() != null)) {
      return FAILED;
    }
    return together.stream().anyMatch(message -> message.copy() != null) ? DELIVERED : null;
  }
}
