package otklik.channels.telegram;

import static otklik.channels.Refusal.BAD_FILE;
import static otklik.channels.Refusal.CHANNEL_REVOKED;
import static otklik.channels.Refusal.CHAT_GONE;
import static otklik.channels.Refusal.CHAT_MOVED;
import static otklik.channels.Refusal.MESSAGE_FIXED;
import static otklik.channels.Refusal.MESSAGE_GONE;
import static otklik.channels.Refusal.NOT_ACCEPTED;
import static otklik.channels.Refusal.NO_RIGHTS;
import static otklik.channels.Refusal.NO_VOICE;
import static otklik.channels.Refusal.PERSON_UNREACHABLE;
import static otklik.channels.Refusal.TOO_LATE;
import static otklik.channels.Refusal.TOPIC_CLOSED;
import static otklik.channels.Refusal.TOPIC_GONE;

import java.time.Duration;
import java.util.List;
import otklik.channels.Outcome;
import otklik.channels.Refusal;

/// What an error of the Bot API means for a call. By code first, then by the few words that have proved stable
/// (server source, Client.cpp; tdlib's MessagesManager and ForumTopicManager); texts in capitals come from Telegram's
/// inner API unchanged. An unknown text is `NOT_ACCEPTED`, never a guess.
final class ErrorMapping {
  private static final Duration LEAST_WAIT = Duration.ofSeconds(1);

  /// What was asked for is already so.
  private static final List<String> DONE_BEFORE =
      List.of("TOPIC_NOT_MODIFIED", "message is not modified", "message to delete not found");

  /// To a question about an account: it isn't in the chat as far as Telegram tells this bot (server source, Client.cpp;
  /// tdlib/telegram-bot-api issues 332, 795, 802). With hidden members only an administrator may rely on that.
  private static final List<String> UNKNOWN_MEMBER = List.of("user not found", "member not found",
      "PARTICIPANT_ID_INVALID", "USER_NOT_PARTICIPANT", "USER_ID_INVALID");

  /// The first words found decide.
  private static final List<Words> BAD_REQUESTS =
      List.of(
          new Words(CHANNEL_REVOKED, "Logged out"),
          new Words(TOPIC_GONE, "message thread not found", "TOPIC_DELETED", "TOPIC_ID_INVALID", "not a forum"),
          new Words(TOPIC_CLOSED, "TOPIC_CLOSED"),
          new Words(NO_RIGHTS, "not enough rights", "no rights to", "need administrator rights"),
          new Words(NO_RIGHTS, "member list is inaccessible"),
          new Words(NO_RIGHTS, "CHAT_ADMIN_REQUIRED", "CHAT_WRITE_FORBIDDEN", "CHAT_SEND_"),
          new Words(MESSAGE_FIXED, "message can't be edited", "message can't be deleted", "MESSAGE_DELETE_FORBIDDEN",
              "MESSAGE_EDIT_TIME_EXPIRED", "in the message to edit"),
          new Words(MESSAGE_GONE, "message to ", "message can't be ", "message not found", "MESSAGE_ID_INVALID"),
          new Words(TOO_LATE, "query is too old", "QUERY_ID_INVALID"),
          new Words(NO_VOICE, "VOICE_MESSAGES_FORBIDDEN"),
          new Words(BAD_FILE, "wrong file", "wrong remote file", "file is too big"),
          new Words(BAD_FILE, "FILE_REFERENCE", "can't use file"));

  private record Words(Refusal why, List<String> any) {
    Words(Refusal why, String... any) {
      this(why, List.of(any));
    }

    boolean in(String description) {
      return any.stream().anyMatch(description::contains);
    }
  }

  private ErrorMapping() {}

  /// @param group whether the call was for a group
  static Outcome of(BotApiAnswer.Failed failed, boolean group) {
    String text = failed.description();
    if (failed.movedTo() != null) {
      return new Outcome.Refused(CHAT_MOVED, text, failed.movedTo());
    }
    return switch (failed.code()) {
      case 429 -> new Outcome.Later(failed.pause() == null ? LEAST_WAIT : failed.pause());
      case 400 -> badRequest(text, group);
      case 401 -> Outcome.Refused.because(CHANNEL_REVOKED, text);
      case 403 -> Outcome.Refused.because(forbidden(text, group), text);
      // A bot that isn't known is "Not Found" and nothing else (api.telegram.org, seen for malformed tokens).
      case 404 -> Outcome.Refused.because(text.equals("Not Found") ? CHANNEL_REVOKED : NOT_ACCEPTED, text);
      // Another poller or another server's token range: the bot is out of order, the call is not at fault.
      case 409, 421 -> new Outcome.Down(text);
      case 413 -> Outcome.Refused.because(BAD_FILE, text);
      case 502, 504 -> new Outcome.Unknown(text);
      default -> other(failed.code(), text);
    };
  }

  /// The message that was to be edited is a file: its words are a caption, for which there is another method (tdlib,
  /// "There is no text in the message to edit"). Nothing happened yet.
  static boolean isAboutCaption(BotApiAnswer answer) {
    return answer instanceof BotApiAnswer.Failed(int code, String text, _, _)
        && code == 400
        && text.contains("there is no text in the message to edit");
  }

  static boolean isAboutQuote(BotApiAnswer.Failed failed) {
    return failed.code() == 400 && failed.description().contains("QUOTE_TEXT_INVALID");
  }

  static boolean isTooLong(BotApiAnswer.Failed failed) {
    return failed.code() == 400
        && (failed.description().contains("too long") || failed.description().contains("TOO_LONG"));
  }

  static boolean isClosedTopic(BotApiAnswer.Failed failed) {
    return failed.code() == 400 && failed.description().contains("TOPIC_CLOSED");
  }

  static boolean isLostTopic(BotApiAnswer.Failed failed) {
    return failed.code() == 400
        && badRequest(failed.description(), false) instanceof Outcome.Refused refused && refused.why() == TOPIC_GONE;
  }

  static boolean isDoneBefore(BotApiAnswer.Failed failed) {
    return failed.code() == 400 && DONE_BEFORE.stream().anyMatch(failed.description()::contains);
  }

  static boolean isUnknownMember(BotApiAnswer.Failed failed) {
    return failed.code() == 400 && UNKNOWN_MEMBER.stream().anyMatch(failed.description()::contains);
  }

  private static Outcome badRequest(String text, boolean group) {
    if (DONE_BEFORE.stream().anyMatch(text::contains)) {
      return new Outcome.Sent(List.of());
    }
    if (text.contains("chat not found") || text.contains("PEER_ID_INVALID")) {
      return Outcome.Refused.because(group ? CHAT_GONE : PERSON_UNREACHABLE, text);
    }
    for (Words words : BAD_REQUESTS) {
      if (words.in(text)) {
        return Outcome.Refused.because(words.why(), text);
      }
    }
    return Outcome.Refused.because(NOT_ACCEPTED, text);
  }

  private static Refusal forbidden(String text, boolean group) {
    if (text.contains("rights")) {
      return NO_RIGHTS;
    }
    return group ? CHAT_GONE : PERSON_UNREACHABLE;
  }

  /// "sent message was immediately deleted": it did go out, and its id is lost (server source, Client.cpp).
  private static Outcome other(int code, String text) {
    if (code < 500) {
      return Outcome.Refused.because(NOT_ACCEPTED, text);
    }
    return text.contains("immediately deleted") ? new Outcome.Unknown(text) : new Outcome.Down(text);
  }
}
