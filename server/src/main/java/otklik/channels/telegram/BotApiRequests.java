package otklik.channels.telegram;

import java.util.List;
import java.util.stream.Collectors;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.MediaKind;
import otklik.channels.MessageSizes;
import otklik.channels.Place;
import otklik.channels.Target;
import tools.jackson.core.JsonGenerator;

/// Turns calls into requests (Bot API 10.1).
final class BotApiRequests {
  /// createForumTopic: 1–128 characters.
  private static final int TOPIC_NAME = 128;

  /// answerCallbackQuery: 0–200 characters.
  private static final int PRESS_ANSWER = 200;

  /// BotCommand: 1–256 characters.
  private static final int COMMAND_WORDS = 256;

  private BotApiRequests() {}

  /// @throws IllegalStateException when a target isn't known yet or the content can't be sent: the caller's fault
  static BotApiRequest of(Call call) {
    return switch (call) {
      case Call.Say say -> say(say);
      case Call.SayAlbum album -> album(album);
      case Call.EditText edit ->
          BotApiRequest.to(
              "editMessageText",
              json -> {
                Parameters.message(json, edit.place(), edit.message());
                text(json, edit.text());
                Parameters.buttons(json, edit.buttons());
              });
      case Call.EditCaption(Place place, Target message, Content.Text words) ->
          caption(new Call.EditText(place, message, words, List.of()));
      case Call.EditButtons edit ->
          BotApiRequest.to(
              "editMessageReplyMarkup",
              json -> {
                Parameters.message(json, edit.place(), edit.message());
                Parameters.buttons(json, edit.buttons());
              });
      case Call.Pin pin ->
          BotApiRequest.to(
              "pinChatMessage",
              json -> {
                Parameters.message(json, pin.place(), pin.message());
                json.writeBooleanProperty("disable_notification", true);
              });
      case Call.OpenTopic open ->
          BotApiRequest.to(
              "createForumTopic",
              json -> {
                Parameters.id(json, "chat_id", open.place().chat());
                json.writeStringProperty("name", MessageSizes.cut(open.name(), TOPIC_NAME));
              });
      case Call.CloseTopic(Place place) -> BotApiRequest.to("closeForumTopic", json -> Parameters.place(json, place));
      case Call.ReopenTopic(Place place) -> BotApiRequest.to("reopenForumTopic", json -> Parameters.place(json, place));
      case Call.RenameTopic(Place place, String name) ->
          BotApiRequest.to(
              "editForumTopic",
              json -> {
                Parameters.place(json, place);
                json.writeStringProperty("name", MessageSizes.cut(name, TOPIC_NAME));
              });
      case Call.DeleteTopic(Place place) -> BotApiRequest.to("deleteForumTopic", json -> Parameters.place(json, place));
      case Call.AnswerPress answer -> BotApiRequest.to("answerCallbackQuery", json -> press(json, answer));
      case Call.OfferCommands offer -> BotApiRequest.to("setMyCommands", json -> commands(json, offer));
      case Call.React react -> BotApiRequest.to("setMessageReaction", json -> reaction(json, react));
      case Call.Delete delete ->
          BotApiRequest.to("deleteMessage", json -> Parameters.message(json, delete.place(), delete.message()));
      case Call.Question question -> QuestionRequests.request(question);
    };
  }

  /// The same edit, of a message whose words are the caption of a file.
  static BotApiRequest caption(Call.EditText edit) {
    return BotApiRequest.to(
        "editMessageCaption",
        json -> {
          Parameters.message(json, edit.place(), edit.message());
          json.writeStringProperty("caption", edit.text().text());
          MessageEntities.write(json, "caption_entities", edit.text().text(), edit.text().spans());
          Parameters.buttons(json, edit.buttons());
        });
  }

  private static BotApiRequest say(Call.Say say) {
    return BotApiRequest.to(
        method(say.content()),
        json -> {
          Parameters.place(json, say.place());
          content(json, say.content());
          Parameters.reply(json, say.replyTo(), say.quote());
          Parameters.buttons(json, say.buttons());
          Parameters.keys(json, say.keys());
        });
  }

  private static String method(Content content) {
    return switch (content) {
      case Content.Text _, Content.Poll _, Content.Dice _ -> "sendMessage";
      case Content.Media media -> method(media.kind());
      case Content.Location _ -> "sendLocation";
      case Content.Venue _ -> "sendVenue";
      case Content.Contact _ -> "sendContact";
      case Content.Unsupported(String kind) -> throw new IllegalStateException("can't be sent: " + kind);
    };
  }

  private static String method(MediaKind kind) {
    return switch (kind) {
      case PHOTO -> "sendPhoto";
      case VIDEO -> "sendVideo";
      case ANIMATION -> "sendAnimation";
      case DOCUMENT -> "sendDocument";
      case AUDIO -> "sendAudio";
      case VOICE -> "sendVoice";
      case VIDEO_NOTE -> "sendVideoNote";
      case STICKER -> "sendSticker";
    };
  }

  private static void content(JsonGenerator json, Content content) {
    switch (content) {
      case Content.Text text -> text(json, text);
      case Content.Media media -> {
        json.writeStringProperty(media.kind().type(), media.file().id());
        caption(json, media);
        spoiler(json, media);
      }
      case Content.Location location -> {
        point(json, location.latitude(), location.longitude());
        if (location.accuracy() != null) {
          json.writeNumberProperty("horizontal_accuracy", location.accuracy());
        }
      }
      case Content.Venue venue -> {
        point(json, venue.latitude(), venue.longitude());
        json.writeStringProperty("title", venue.title());
        json.writeStringProperty("address", venue.address());
      }
      case Content.Contact contact -> {
        json.writeStringProperty("phone_number", contact.phone());
        json.writeStringProperty("first_name", contact.firstName());
        if (contact.lastName() != null) {
          json.writeStringProperty("last_name", contact.lastName());
        }
      }
      case Content.Poll poll -> json.writeStringProperty("text", readable(poll));
      case Content.Dice(String emoji, int value) -> json.writeStringProperty("text", emoji + " " + value);
      case Content.Unsupported _ -> {}
    }
  }

  /// A copy of a poll would be a poll of its own that nobody counts: it goes on as text.
  private static String readable(Content.Poll poll) {
    return poll.question() + poll.options().stream().map(option -> "\n○ " + option).collect(Collectors.joining());
  }

  private static BotApiRequest album(Call.SayAlbum album) {
    return BotApiRequest.to(
        "sendMediaGroup",
        json -> {
          Parameters.place(json, album.place());
          json.writeArrayPropertyStart("media");
          for (Content.Media item : album.items()) {
            json.writeStartObject();
            json.writeStringProperty("type", item.kind().type());
            json.writeStringProperty("media", item.file().id());
            caption(json, item);
            spoiler(json, item);
            json.writeEndObject();
          }
          json.writeEndArray();
          Parameters.reply(json, album.replyTo(), album.quote());
        });
  }

  private static void text(JsonGenerator json, Content.Text text) {
    json.writeStringProperty("text", text.text());
    MessageEntities.write(json, "entities", text.text(), text.spans());
  }

  /// sendVideoNote and sendSticker know no caption.
  private static void caption(JsonGenerator json, Content.Media media) {
    boolean captioned = media.kind() != MediaKind.VIDEO_NOTE && media.kind() != MediaKind.STICKER;
    if (captioned && !media.caption().isEmpty()) {
      json.writeStringProperty("caption", media.caption());
      MessageEntities.write(json, "caption_entities", media.caption(), media.spans());
    }
  }

  /// Only these can be covered (Bot API 10.1, sendPhoto, sendVideo, sendAnimation).
  private static void spoiler(JsonGenerator json, Content.Media media) {
    if (media.spoiler() && (media.kind() == MediaKind.PHOTO || media.kind() == MediaKind.VIDEO
        || media.kind() == MediaKind.ANIMATION)) {
      json.writeBooleanProperty("has_spoiler", true);
    }
  }

  private static void point(JsonGenerator json, double latitude, double longitude) {
    json.writeNumberProperty("latitude", latitude);
    json.writeNumberProperty("longitude", longitude);
  }

  private static void press(JsonGenerator json, Call.AnswerPress answer) {
    json.writeStringProperty("callback_query_id", answer.press());
    if (answer.text() != null) {
      json.writeStringProperty("text", MessageSizes.cut(answer.text(), PRESS_ANSWER));
      json.writeBooleanProperty("show_alert", answer.alert());
    }
  }

  private static void commands(JsonGenerator json, Call.OfferCommands menu) {
    json.writeArrayPropertyStart("commands");
    for (Call.OfferCommands.Offer offer : menu.offers()) {
      json.writeStartObject();
      json.writeStringProperty("command", offer.command());
      json.writeStringProperty("description", MessageSizes.cut(offer.words(), COMMAND_WORDS));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("scope");
    json.writeStringProperty("type", menu.direct() ? "all_private_chats" : "chat");
    if (!menu.direct()) {
      Parameters.id(json, "chat_id", menu.place().chat());
    }
    json.writeEndObject();
    if (menu.language() != null) {
      json.writeStringProperty("language_code", menu.language());
    }
  }

  private static void reaction(JsonGenerator json, Call.React react) {
    Parameters.message(json, react.place(), react.message());
    json.writeArrayPropertyStart("reaction");
    if (react.emoji() != null) {
      json.writeStartObject();
      json.writeStringProperty("type", "emoji");
      json.writeStringProperty("emoji", react.emoji());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
