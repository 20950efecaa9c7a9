package otklik.channels.telegram;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import otklik.channels.Fact;
import otklik.channels.Inspection;
import otklik.channels.Outcome;
import otklik.channels.Right;
import tools.jackson.core.JsonGenerator;
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
    return ask(Request.to("getMe"), me -> new Self(name(me), Json.text(me, "username"),
        Json.flag(me, "can_read_all_group_messages")));
  }

  @Override
  public Fact<Group> group(String chat) throws InterruptedException {
    return ask(about("getChat", chat, _ -> {}),
        group -> new Group(Json.text(group, "title"), Json.flag(group, "is_forum")));
  }

  @Override
  public Fact<Member> selfIn(String chat) throws InterruptedException {
    return member(chat, bot.id());
  }

  @Override
  public Fact<Member> member(String chat, String account) throws InterruptedException {
    return ask(about("getChatMember", chat, json -> Parameters.id(json, "user_id", account)),
        TelegramInspection::member);
  }

  /// A creator has every right, and rights of an administrator stand each under its name (ChatMemberAdministrator).
  private static Member member(JsonNode member) {
    String status = Json.text(member, "status");
    boolean creator = status.equals("creator");
    boolean administrator = creator || status.equals("administrator");
    JsonNode user = member.path("user");
    return new Member(
        name(user),
        !Json.flag(user, "is_bot"),
        Standings.isMember(status, member),
        !status.equals("restricted") || Json.flag(member, "can_send_messages"),
        administrator,
        creator ? EnumSet.allOf(Right.class) : administrator ? rights(member) : Set.of());
  }

  private static Set<Right> rights(JsonNode administrator) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    for (Right right : Right.values()) {
      String field =
          switch (right) {
            case MANAGE_TOPICS -> "can_manage_topics";
            case PIN_MESSAGES -> "can_pin_messages";
            case DELETE_MESSAGES -> "can_delete_messages";
          };
      if (Json.flag(administrator, field)) {
        rights.add(right);
      }
    }
    return rights;
  }

  /// When a server polls and an address is set, the server removes it; when it was told its own address, that must be
  /// the one. An old error stays in the answer for ever, so it counts only while updates wait.
  @Override
  public Fact<Reception> reception() throws InterruptedException {
    return ask(Request.to("getWebhookInfo"), info -> {
      String url = Json.text(info, "url");
      int waiting = info.path("pending_update_count").asInt(0);
      String error = Json.textOrNull(info, "last_error_message");
      boolean ours = publicUrl == null ? url.isEmpty() : url.startsWith(Webhook.addresses(publicUrl));
      return new Reception(url.isEmpty() ? null : url, ours, waiting, waiting == 0 ? null : error);
    });
  }

  private static String name(JsonNode user) {
    return (Json.text(user, "first_name") + " " + Json.text(user, "last_name")).strip();
  }

  private static Request about(String method, String chat, Consumer<JsonGenerator> more) {
    return Request.to(method, json -> {
      Parameters.id(json, "chat_id", chat);
      more.accept(json);
    });
  }

  private <T> Fact<T> ask(Request request, Function<JsonNode, T> read) throws InterruptedException {
    return switch (bot.ask(request)) {
      case Answer.Done(JsonNode result) -> new Fact.Known<>(read.apply(result));
      case Answer.Failed failed -> refused(failed);
      case Answer.Silent(String why) -> new Fact.OutOfReach<>(why);
      case Answer.Away(String why) -> new Fact.OutOfReach<>(why);
    };
  }

  private static <T> Fact<T> refused(Answer.Failed failed) {
    return Verdict.of(failed, true) instanceof Outcome.Refused(var why, var detail, var movedTo)
        ? new Fact.Refused<>(why, detail, movedTo)
        : new Fact.OutOfReach<>(failed.code() + " " + failed.description());
  }
}
