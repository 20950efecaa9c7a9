package otklik.channels.telegram;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Fact;
import otklik.channels.Group;
import otklik.channels.Inspection;
import otklik.channels.Member;
import otklik.channels.Outcome;
import otklik.channels.Place;
import tools.jackson.databind.JsonNode;

/// Asks Telegram about a bot (Bot API 10.1: getMe, getChat, getChatMember, getWebhookInfo).
final class TelegramInspection implements Inspection {
  private final Bot bot;
  private final @Nullable URI publicUrl;

  TelegramInspection(Bot bot, @Nullable URI publicUrl) {
    this.bot = bot;
    this.publicUrl = publicUrl;
  }

  @Override
  public Fact<Self> self() throws InterruptedException {
    return ask(BotApiRequest.to("getMe"), me -> new Self(Members.name(me), JsonFields.text(me, "username"),
        JsonFields.flag(me, "can_read_all_group_messages")));
  }

  @Override
  public Fact<Group> group(String chat) throws InterruptedException {
    return ask(QuestionRequests.request(new Call.AskGroup(Place.chat(chat))), QuestionRequests::group);
  }

  @Override
  public Fact<Member> selfIn(String chat) throws InterruptedException {
    return member(chat, bot.id());
  }

  @Override
  public Fact<Member> member(String chat, String account) throws InterruptedException {
    return ask(QuestionRequests.request(new Call.AskMember(Place.chat(chat), account)), Members::read);
  }

  /// When a server polls and an address is set, the server removes it; when it was told its own address, that must be
  /// the one. An old error stays in the answer for ever, so it counts only while updates wait.
  @Override
  public Fact<Reception> reception() throws InterruptedException {
    return ask(BotApiRequest.to("getWebhookInfo"), info -> {
      String url = JsonFields.text(info, "url");
      int waiting = info.path("pending_update_count").asInt(0);
      String error = waiting == 0 ? null : JsonFields.textOrNull(info, "last_error_message");
      Instant at = Instant.ofEpochSecond(info.path("last_error_date").asLong(0));
      boolean ours = publicUrl == null ? url.isEmpty() : url.startsWith(Webhook.addresses(publicUrl));
      return new Reception(url.isEmpty() ? null : url, ours, waiting,
          error == null ? null : new PushFailure(error, cause(error), at));
    });
  }

  /// Bot API 10.1, WebhookInfo.last_error_message: "Wrong response from the webhook: 403 Forbidden", "SSL error
  /// {…certificate verify failed}", "Connection timed out".
  private static PushCause cause(String message) {
    String error = message.toLowerCase(Locale.ROOT);
    if (error.contains("ssl") || error.contains("certificate") || error.contains("tls")) {
      return PushCause.CERTIFICATE;
    }
    if (error.matches(".*\\b(401|403|407)\\b.*")) {
      return PushCause.FORBIDDEN;
    }
    if (error.matches(".*\\b(301|302|307|308|404|405)\\b.*")) {
      return PushCause.ELSEWHERE;
    }
    if (error.matches(".*\\b5\\d\\d\\b.*")) {
      return PushCause.BROKEN;
    }
    return error.contains("connection") || error.contains("timed out") || error.contains("timeout")
        || error.contains("resolve") ? PushCause.UNREACHABLE : PushCause.OTHER;
  }

  private <T> Fact<T> ask(BotApiRequest request, Function<JsonNode, T> read) throws InterruptedException {
    return switch (bot.ask(request)) {
      case BotApiAnswer.Done(JsonNode result) -> new Fact.Known<>(read.apply(result));
      case BotApiAnswer.Failed failed -> refused(failed);
      case BotApiAnswer.Silent(String why) -> new Fact.OutOfReach<>(why);
      case BotApiAnswer.Away(String why) -> new Fact.OutOfReach<>(why);
    };
  }

  private static <T> Fact<T> refused(BotApiAnswer.Failed failed) {
    return ErrorMapping.of(failed, true) instanceof Outcome.Refused(var why, var detail, var movedTo)
        ? new Fact.Refused<>(why, detail, movedTo)
        : new Fact.OutOfReach<>(failed.code() + " " + failed.description());
  }
}
