package otklik.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Fills in what wasn't known when a call was owed: the message that an earlier delivery made, a group's new id, the
/// thread of a person's chat.
@Component
final class Addressing {
  private final Outbox outbox;
  private final MovedChats movedChats;
  private final PrivateTopics privateTopics;

  Addressing(Outbox outbox, MovedChats movedChats, PrivateTopics privateTopics) {
    this.outbox = outbox;
    this.movedChats = movedChats;
    this.privateTopics = privateTopics;
  }

  void moved(Turn turn, String from, String to) {
    movedChats.moved(turn, movedChats.current(turn.channel(), from), to);
  }

  /// Null when the call is about a message that was never made, or not as whoever owes the call believes. A reply to
  /// such a message goes without being one.
  @Nullable Call complete(Channel channel, Call call) {
    return switch (call) {
      case Call.Say say -> say.at(place(channel, say.place())).replyingTo(target(channel, say.replyTo()));
      case Call.SayAlbum album ->
          album.at(place(channel, album.place())).replyingTo(target(channel, album.replyTo()));
      case Call.EditText(var at, var message, var text, var buttons) -> {
        Target known = isJoined(channel, message) ? null : target(channel, message);
        yield known == null ? null : new Call.EditText(place(channel, at), known, text, buttons);
      }
      case Call.EditCaption(var at, var message, var caption) -> {
        Target known = target(channel, message);
        yield known == null ? null : new Call.EditCaption(place(channel, at), known, caption);
      }
      case Call.EditButtons(var at, var message, var buttons) -> {
        Target known = target(channel, message);
        yield known == null ? null : new Call.EditButtons(place(channel, at), known, buttons);
      }
      case Call.Pin(var at, var message) -> {
        Target known = target(channel, message);
        yield known == null ? null : new Call.Pin(place(channel, at), known);
      }
      case Call.React(var at, var message, var emoji) -> {
        Target known = target(channel, message);
        yield known == null ? null : new Call.React(place(channel, at), known, emoji);
      }
      case Call.Delete(var at, var message) -> {
        Target known = target(channel, message);
        yield known == null ? null : new Call.Delete(place(channel, at), known);
      }
      case Call.OpenTopic(var at, var name) -> new Call.OpenTopic(place(channel, at), name);
      case Call.CloseTopic(var at) -> new Call.CloseTopic(place(channel, at));
      case Call.ReopenTopic(var at) -> new Call.ReopenTopic(place(channel, at));
      case Call.RenameTopic(var at, var name) -> new Call.RenameTopic(place(channel, at), name);
      case Call.OfferCommands(var at, var direct, var language, var offers) ->
          new Call.OfferCommands(place(channel, at), direct, language, offers);
      case Call.DeleteTopic(var at) -> new Call.DeleteTopic(place(channel, at));
      case Call.AnswerPress press -> press;
      case Call.AskGroup(var at) -> new Call.AskGroup(place(channel, at));
      case Call.AskMember(var at, var account) -> new Call.AskMember(place(channel, at), account);
    };
  }

  /// Whoever owed the change knew of one text, and others stand in the same message: it would wipe them out.
  private boolean isJoined(Channel channel, Target target) {
    return target instanceof Target.MadeBy(var delivery, _) && outbox.isJoined(channel, delivery);
  }

  private Place place(Channel channel, Place place) {
    String current = movedChats.current(channel, place.chat());
    return privateTopics.current(channel,
        current.equals(place.chat()) ? place : new Place(current, place.topic()));
  }

  private @Nullable Target target(Channel channel, @Nullable Target target) {
    return switch (target) {
      case null -> null;
      case Target.Known known -> known;
      case Target.MadeBy(var delivery, var item) -> {
        List<String> ids = outbox.made(channel, delivery);
        yield item < ids.size() ? new Target.Known(ids.get(item)) : null;
      }
    };
  }
}
