package otklik.channels;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing to tell a messenger. Stored as tagged JSON: the tags are a format, never rename one.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "call")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Call.Say.class, name = "say"),
  @JsonSubTypes.Type(value = Call.SayAlbum.class, name = "say-album"),
  @JsonSubTypes.Type(value = Call.EditText.class, name = "edit-text"),
  @JsonSubTypes.Type(value = Call.EditCaption.class, name = "edit-caption"),
  @JsonSubTypes.Type(value = Call.EditButtons.class, name = "edit-buttons"),
  @JsonSubTypes.Type(value = Call.Pin.class, name = "pin"),
  @JsonSubTypes.Type(value = Call.OpenTopic.class, name = "open-topic"),
  @JsonSubTypes.Type(value = Call.CloseTopic.class, name = "close-topic"),
  @JsonSubTypes.Type(value = Call.ReopenTopic.class, name = "reopen-topic"),
  @JsonSubTypes.Type(value = Call.RenameTopic.class, name = "rename-topic"),
  @JsonSubTypes.Type(value = Call.DeleteTopic.class, name = "delete-topic"),
  @JsonSubTypes.Type(value = Call.AnswerPress.class, name = "answer-press"),
  @JsonSubTypes.Type(value = Call.OfferCommands.class, name = "offer-commands"),
  @JsonSubTypes.Type(value = Call.React.class, name = "react"),
  @JsonSubTypes.Type(value = Call.Delete.class, name = "delete"),
  @JsonSubTypes.Type(value = Call.AskMember.class, name = "ask-member"),
  @JsonSubTypes.Type(value = Call.AskGroup.class, name = "ask-group"),
})
public sealed interface Call {
  /// Where the call has its effect.
  Place place();

  /// A new message. Buttons are rows from top to bottom. A reply whose original is gone is sent without it.
  ///
  /// @param keys  what it does to the keys below the chat; null leaves them as they are. In Telegram a message has either
  ///              buttons or keys
  /// @param quote which part of the answered message is meant; null for all of it, or where nothing is answered
  record Say(
      Place place,
      Content content,
      @Nullable Target replyTo,
      List<List<Button>> buttons,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Keys keys,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Quote quote)
      implements Call {
    public Say {
      if (keys != null && !buttons.isEmpty()) {
        throw new IllegalArgumentException("a message with both buttons and keys");
      }
    }

    public Say(Place place, Content content, @Nullable Target replyTo, List<List<Button>> buttons) {
      this(place, content, replyTo, buttons, null, null);
    }

    public Say(Place place, Content content, @Nullable Target replyTo, List<List<Button>> buttons, @Nullable Keys keys) {
      this(place, content, replyTo, buttons, keys, null);
    }

    public static Say text(Place place, String text) {
      return new Say(place, Content.Text.of(text), null, List.of());
    }

    public Say at(Place other) {
      return new Say(other, content, replyTo, buttons, keys, quote);
    }

    public Say replyingTo(@Nullable Target original) {
      return new Say(place, content, original, buttons, keys, quote);
    }

    public Say quoting(@Nullable Quote part) {
      return new Say(place, content, replyTo, buttons, keys, part);
    }

    /// The same where the messenger doesn't find the quoted words in the answered message: they stand above.
    public Say quotingAbove() {
      return new Say(place, quote == null ? content : quote.above(content), replyTo, buttons, keys, null);
    }
  }

  /// 2–10 files shown as one album.
  ///
  /// @param quote likewise
  record SayAlbum(Place place, List<Content.Media> items, @Nullable Target replyTo,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Quote quote) implements Call {
    public SayAlbum(Place place, List<Content.Media> items, @Nullable Target replyTo) {
      this(place, items, replyTo, null);
    }

    public SayAlbum at(Place other) {
      return new SayAlbum(other, items, replyTo, quote);
    }

    public SayAlbum replyingTo(@Nullable Target original) {
      return new SayAlbum(place, items, original, quote);
    }

    public SayAlbum quotingAbove() {
      List<Content.Media> above = new ArrayList<>(items);
      if (quote != null) {
        above.set(0, (Content.Media) quote.above(above.getFirst()));
      }
      return new SayAlbum(place, List.copyOf(above), replyTo, null);
    }
  }

  record EditText(Place place, Target message, Content.Text text, List<List<Button>> buttons) implements Call {}

  /// Of a file; an empty caption takes it away.
  record EditCaption(Place place, Target message, Content.Text caption) implements Call {}

  record EditButtons(Place place, Target message, List<List<Button>> buttons) implements Call {}

  /// Without a notification to the members.
  record Pin(Place place, Target message) implements Call {}

  /// Answers with the new topic's id. The place is the group.
  record OpenTopic(Place place, String name) implements Call {}

  record CloseTopic(Place place) implements Call {}

  record ReopenTopic(Place place) implements Call {}

  record RenameTopic(Place place, String name) implements Call {}

  /// With everything that stands in it.
  record DeleteTopic(Place place) implements Call {}

  /// @param text shown to who pressed; null only stops the button's waiting
  /// @param alert true for a window that must be closed by hand
  record AnswerPress(Place place, String press, @Nullable String text, boolean alert) implements Call {}

  /// The menu of commands, in place of the one before: in a group, or in every person's own chat.
  ///
  /// @param place    the group; for people's own chats only the lane in which the call waits
  /// @param language whose menu it is, by the language of their messenger; null for all others
  record OfferCommands(Place place, boolean direct, @Nullable String language, List<Offer> offers) implements Call {
    /// @param command without the slash
    public record Offer(String command, String words) {}

    public static OfferCommands inGroup(Place group, List<Offer> offers) {
      return new OfferCommands(group, false, null, offers);
    }

    public static OfferCommands toEverybody(@Nullable String language, List<Offer> offers) {
      return new OfferCommands(Place.chat("everybody"), true, language, offers);
    }
  }

  /// @param emoji null takes the reaction back
  record React(Place place, Target message, @Nullable String emoji) implements Call {}

  record Delete(Place place, Target message) implements Call {}

  /// Changes nothing and shows nobody anything; what the messenger says comes back as [Outcome.Answered]. May be asked
  /// more than once, and what was true when it was asked may not be when the answer is heard.
  sealed interface Question extends Call {}

  /// How an account stands in a chat. Telegram promises to tell of others only to an administrator: to anybody else it
  /// may call a member unknown, which is told as absent, or refuse.
  record AskMember(Place place, String account) implements Question {}

  /// What a group is called, and whether it has topics.
  record AskGroup(Place place) implements Question {}
}
