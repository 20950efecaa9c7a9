package otklik.channels;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an update means, free of any messenger's shape.
public sealed interface Incoming {
  /// The group in which it happened; null in a person's own chat, and for what happened in none.
  default @Nullable String group() {
    return switch (this) {
      case Said said -> said.direct() ? null : said.place().chat();
      case Edited edited -> edited.direct() ? null : edited.place().chat();
      case Pressed pressed -> pressed.direct() ? null : pressed.place().chat();
      case Reacted reacted -> reacted.direct() ? null : reacted.place().chat();
      case TopicChanged changed -> changed.place().chat();
      case Standing standing -> standing.chat();
      case Reachability _, Moved _, Ignored _, NotUnderstood _ -> null;
    };
  }

  /// Someone wrote.
  ///
  /// @param direct  true in a person's own chat with the channel, false in groups
  /// @param replyTo the message that is answered on purpose; a topic's implicit reply to its own beginning isn't one
  /// @param album   equal for the items of one album, which arrive one by one
  /// @param context what changes the meaning of what is said
  record Said(
      Place place,
      boolean direct,
      MessageRef ref,
      Author by,
      Content content,
      @Nullable MessageRef replyTo,
      @Nullable String album,
      Instant at,
      Context context)
      implements Incoming {
    public Said(Place place, boolean direct, MessageRef ref, Author by, Content content, @Nullable MessageRef replyTo,
        @Nullable String album, Instant at) {
      this(place, direct, ref, by, content, replyTo, album, at, Context.NONE);
    }

    /// As one's own words, whoever said them first.
    public Said asOwn() {
      return new Said(place, direct, ref, by, content, replyTo, album, at,
          new Context(null, context.quote(), context.elsewhere()));
    }

    /// Not as a part of an album, whose other items go elsewhere.
    public Said alone() {
      return new Said(place, direct, ref, by, content, replyTo, null, at, context);
    }
  }

  /// Someone changed what they had written; the content is the new one.
  record Edited(Place place, boolean direct, MessageRef ref, Author by, Content content, Instant at)
      implements Incoming {}

  /// Someone pressed a button under a message.
  ///
  /// @param press the id under which the press must be answered
  /// @param on    the message with the button; null where the messenger no longer tells
  /// @param data  what the button carried; may be forged
  record Pressed(
      Place place, boolean direct, String press, Author by, @Nullable MessageRef on, @Nullable String data)
      implements Incoming {}

  /// Someone changed their reactions to a message; `emoji` is the full new list, empty when all are taken back.
  record Reacted(Place place, boolean direct, MessageRef on, Author by, List<String> emoji) implements Incoming {}

  /// A person stopped or resumed letting the channel write to them.
  record Reachability(Place place, Author person, boolean reachable) implements Incoming {}

  /// The channel's own standing in a group changed.
  ///
  /// @param member         false when it was removed
  /// @param canManageTopics whether it may open and close topics now
  /// @param title           the group's, as the messenger shows it; null where it doesn't tell
  /// @param address         the public name under which anybody finds the group, in Telegram the username without @;
  ///                        null where there is none
  record Standing(
      String chat,
      Author by,
      boolean member,
      boolean administrator,
      boolean canManageTopics,
      @Nullable String title,
      @Nullable String address)
      implements Incoming {}

  /// A group got a new id; the old one is dead.
  record Moved(String fromChat, String toChat) implements Incoming {}

  /// A topic was opened, closed, reopened or renamed.
  ///
  /// @param byUs true when the channel's own account did it
  /// @param name the topic's name where the messenger tells it
  record TopicChanged(Place place, Author by, boolean byUs, TopicChange change, @Nullable String name)
      implements Incoming {}

  enum TopicChange {
    OPENED,
    CLOSED,
    REOPENED,
    RENAMED
  }

  /// Known, and nothing to do about it (a pinned message, a joined member …).
  record Ignored(String kind) implements Incoming {}

  /// Nothing in it that this version knows. Kept in the inbox as it came.
  record NotUnderstood(String kind) implements Incoming {}
}
