package otklik.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.channels.MediaKind;
import otklik.channels.MessageRef;
import otklik.channels.Quote;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;

/// A kept message and what has become of it.
///
/// @param origin    where it was written, or is told under its author's name; no chat as long as it stands nowhere
/// @param replyTo   the id of the message that it answers, in the same chat
/// @param signature what its copy ends with
/// @param head      what stands above it on the other side, because it changes what the words mean
/// @param quote     which part of the answered message is meant
/// @param delivery  what made or will make its copy; null while it waits
/// @param copy      where its copy stands
/// @param failure   why there is no copy, or not all of it
/// @param notice    what made the line that tells of the failure
/// @param byline    who wrote it, where an answer is to be told again in another room
/// @param retoldBy  what tells it there
record Message(
    MessageId id,
    @Nullable TicketId ticket,
    Direction direction,
    MessageRef origin,
    @Nullable String album,
    @Nullable String replyTo,
    Content content,
    @Nullable String signature,
    Content.@Nullable Text head,
    @Nullable Quote quote,
    @Nullable DeliveryId delivery,
    @Nullable MessageRef copy,
    @Nullable String failure,
    @Nullable DeliveryId notice,
    boolean takenBack,
    @Nullable String byline,
    @Nullable DeliveryId retoldBy) {

  /// One that has just been written.
  static Message fresh(MessageId id, Direction direction, MessageRef origin, @Nullable MessageRef replyTo,
      Content content, @Nullable String signature, Content.@Nullable Text head, @Nullable Quote quote) {
    return new Message(id, null, direction, origin, null, replyTo == null ? null : replyTo.id(), content, signature,
        head, quote, null, null, null, null, false, null, null);
  }

  /// For what no messenger has brought.
  ///
  /// @param id unique among these
  static MessageRef nowhere(long id) {
    return new MessageRef("", Long.toString(id));
  }

  static boolean isNowhere(MessageRef origin) {
    return origin.chat().isEmpty();
  }

  /// Where it stands, or will, among those who wrote it; null as long as nothing of it is owed there.
  @Nullable Target here() {
    if (retoldBy != null) {
      return new Target.MadeBy(retoldBy, 0);
    }
    return isNowhere(origin) ? null : new Target.Known(origin.id());
  }

  Message saying(Content now) {
    return new Message(id, ticket, direction, origin, album, replyTo, now, signature, head, quote, delivery, copy, failure, notice,
        takenBack, byline, retoldBy);
  }

  Message signed(@Nullable String name) {
    return new Message(id, ticket, direction, origin, album, replyTo, content, name, head, quote, delivery, copy, failure, notice,
        takenBack, byline, retoldBy);
  }

  /// What the other side gets: with the signature where there is room for words.
  Content shown() {
    return signature == null ? content : switch (content) {
      case Content.Text text -> new Content.Text(text.text() + "\n\n" + signature, text.spans());
      case Content.Media media when takesCaption(media) -> media.saying(new Content.Text(
          media.caption().isEmpty() ? signature : media.caption() + "\n\n" + signature, media.spans()));
      default -> content;
    };
  }

  /// What was said as others are to read it: with what stands above it.
  List<Content> told() {
    return Byline.above(head, content);
  }

  static boolean takesCaption(Content.Media media) {
    return media.kind() != MediaKind.STICKER && media.kind() != MediaKind.VIDEO_NOTE;
  }
}
