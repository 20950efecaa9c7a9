package otklik.channels.telegram;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Group;
import otklik.channels.Member;
import otklik.channels.Outcome;
import tools.jackson.databind.JsonNode;

/// Turns questions into requests, and what Telegram says into answers (Bot API 10.1: getChatMember, getChat).
final class QuestionRequests {
  private QuestionRequests() {}

  static BotApiRequest request(Call.Question question) {
    return switch (question) {
      case Call.AskMember(var place, var account) -> BotApiRequest.to("getChatMember", json -> {
        Parameters.id(json, "chat_id", place.chat());
        Parameters.id(json, "user_id", account);
      });
      case Call.AskGroup(var place) -> BotApiRequest.to("getChat",
          json -> Parameters.id(json, "chat_id", place.chat()));
    };
  }

  /// @param group whether the question is about a group
  static Outcome outcome(Call.Question question, BotApiAnswer answer, boolean group) {
    return switch (answer) {
      case BotApiAnswer.Done(JsonNode result) -> new Outcome.Answered(read(question, result));
      case BotApiAnswer.Failed failed -> failed(question, failed, group);
      case BotApiAnswer.Silent(String why) -> new Outcome.Unknown(why);
      case BotApiAnswer.Away(String why) -> new Outcome.Down(why);
    };
  }

  private static otklik.channels.QuestionAnswer read(Call.Question question, JsonNode result) {
    return switch (question) {
      case Call.AskMember _ -> Members.read(result);
      case Call.AskGroup _ -> group(result);
    };
  }

  static Group group(JsonNode chat) {
    return new Group(JsonFields.text(chat, "title"), JsonFields.textOrNull(chat, "username"),
        JsonFields.flag(chat, "is_forum"),
        reactions(chat.path("available_reactions")));
  }

  /// Left out where all are allowed (Bot API 10.1, ChatFullInfo).
  private static @Nullable Set<String> reactions(JsonNode available) {
    return !available.isArray() ? null
        : available.values().stream().map(each -> JsonFields.text(each, "emoji"))
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Outcome failed(Call.Question question, BotApiAnswer.Failed failed, boolean group) {
    return switch (question) {
      case Call.AskMember _ when ErrorMapping.isUnknownMember(failed) -> new Outcome.Answered(Member.UNKNOWN);
      case Call.AskMember _, Call.AskGroup _ -> ErrorMapping.of(failed, group);
    };
  }
}
