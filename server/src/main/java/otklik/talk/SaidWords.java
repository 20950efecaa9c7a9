package otklik.talk;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.kernel.Language;
import otklik.relay.Corrections;
import otklik.relay.Direction;
import otklik.relay.Reactions;
import otklik.relay.Relay;
import otklik.relay.UnresolvedReplies;
import otklik.rooms.Rooms;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What is the same in every scenario about words that were said: whether what they answer is known yet, what becomes of
/// them when somebody changes or marks them, and what is said when they can't be handled at all.
@Component
public final class SaidWords {
  private final Corrections corrections;
  private final Reactions reactions;
  private final UnresolvedReplies unresolvedReplies;
  private final Relay relay;
  private final Rooms rooms;
  private final Deliveries deliveries;

  SaidWords(Corrections corrections, Reactions reactions, UnresolvedReplies unresolvedReplies, Relay relay,
      Rooms rooms, Deliveries deliveries) {
    this.corrections = corrections;
    this.reactions = reactions;
    this.unresolvedReplies = unresolvedReplies;
    this.relay = relay;
    this.rooms = rooms;
    this.deliveries = deliveries;
  }

  boolean areEarly(Turn turn, Incoming.Said said) throws Exception {
    return unresolvedReplies.isReply(turn, said);
  }

  boolean isEarly(Turn turn, Incoming.Reacted reacted) throws Exception {
    return unresolvedReplies.isReaction(turn, reacted);
  }

  boolean areKnown(Turn turn, Incoming.Said said) throws Exception {
    return relay.knows(turn, said.ref());
  }

  /// The other side sees it, and the card that shows it. What was sent can't become a note, nor a note be sent by that.
  void edited(Turn turn, Incoming.Edited edited) throws Exception {
    Corrections.Kept before = corrections.find(turn, edited.ref()).orElse(null);
    if (before == null || edited.content() instanceof Content.Unsupported) {
      return;
    }
    boolean isNote = TeamNotes.isNote(edited.content());
    if (before.direction() == Direction.OUT && isNote) {
      answer(turn, edited, "edit-stays");
      return;
    }
    boolean wasNote = before.direction() == Direction.NOTE
        && TeamNotes.isNote(relay.contents(turn, List.of(before.message())).getFirst());
    boolean changed = corrections.correct(turn, edited.ref(), edited.content()).isPresent();
    if (wasNote && !isNote) {
      answer(turn, edited, "edit-sends-nothing");
    } else if (changed && before.direction() == Direction.IN && before.ticket() != null) {
      rooms.refresh(turn, before.ticket());
    }
  }

  private void answer(Turn turn, Incoming.Edited edited, String key) throws Exception {
    deliveries.owe(turn, NewDelivery.words(new Call.Say(edited.place(),
        Content.Text.of(turn.text(turn.channel().ownKey(key))), new Target.Known(edited.ref().id()), List.of())));
  }

  /// The other side sees it.
  void reacted(Turn turn, Incoming.Reacted reacted) throws Exception {
    reactions.changed(turn, reacted, reacted.direct() ? Direction.OUT : Direction.IN);
  }

  void apologise(Turn turn, Incoming.Said said) throws Exception {
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(said.place(), text(turn.channel(),
        said.direct() ? languageOf(turn.channel(), said.by()) : turn.channel().language(), "set-aside"))));
  }

  void apologise(Turn turn, Incoming.Pressed pressed) throws Exception {
    deliveries.owe(turn, NewDelivery.words(new Call.AnswerPress(pressed.place(), pressed.press(),
        text(turn.channel(), languageOf(turn.channel(), pressed.by()), "sorry"), true)));
  }

  private static String text(Channel channel, Language language, String key) {
    return channel.texts().text(language, channel.ownKey(key));
  }

  private static Language languageOf(Channel channel, Author author) {
    return channel.home().languageFor(author.language());
  }
}
