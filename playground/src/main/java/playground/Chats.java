package playground;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a bot may ask about chats and members; and leaving them.
final class Chats {
  private Chats() {}

  static void register(Map<String, Method> methods) {
    methods.put("getchat", Chats::chat);
    methods.put("getchatmember", Chats::member);
    methods.put("getchatadministrators", Chats::administrators);
    methods.put("leavechat", Chats::leave);
  }

  private static JsonNode chat(Request request) {
    var room = request.room();
    var world = request.world();
    var json = world.rendering.chat(room);
    json.put("accent_color_id", 0).put("max_reaction_count", 11);
    if (room.group()) json.set("permissions", Json.object().put("can_send_messages", true));
    if (room.reactions != null) json.set("available_reactions", Reactions.json(room.reactions));
    room.posts().reversed().stream()
        .filter(post -> post.pinned)
        .findFirst()
        .ifPresent(post -> json.set("pinned_message", request.shown(room, post)));
    return json;
  }

  private static JsonNode member(Request request) {
    var room = request.room();
    var account = request.world().accounts.get(request.params().number("user_id", 0));
    if (account == null) throw ApiError.bad("user not found");
    boolean others = room.group() && account.id() != request.bot().id();
    if (others && room.hidesMembers && !request.self(room).administers()) throw ApiError.bad("CHAT_ADMIN_REQUIRED");
    // Of whom the bot has never met Telegram knows nothing there, which isn't the same as having left.
    if (others && !room.members.containsKey(account.id()) && !request.met(account)) {
      throw ApiError.bad("PARTICIPANT_ID_INVALID");
    }
    var member = room.group() ? room.member(account.id()) : Member.PLAIN;
    return member.json(account);
  }

  private static JsonNode administrators(Request request) {
    var room = request.room();
    if (!room.group()) throw ApiError.bad("there are no administrators in the private chat");
    var list = Json.array();
    room.members.forEach(
        (id, member) -> {
          var account = request.world().account(id);
          if (member.administers() && (!account.bot() || id == request.bot().id())) list.add(member.json(account));
        });
    return list;
  }

  private static JsonNode leave(Request request) {
    var room = request.room();
    if (!room.group()) throw ApiError.bad("chat member status can't be changed in private chats");
    var bot = request.bot();
    var before = room.member(bot.id());
    var world = request.world();
    world.traffic.service(room, 0, bot.id(), "left_chat_member", bot.account().json());
    room.members.put(bot.id(), Member.GONE);
    world.traffic.stands(room, bot.account(), bot.account(), before, Member.GONE);
    return Json.bool(true);
  }
}
