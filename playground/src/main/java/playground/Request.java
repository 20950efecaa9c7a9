package playground;

import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// One call of a bot: who calls and with what. Answered under the world's lock.
record Request(World world, Bot bot, Params params) {

  /// The chat of `chat_id`, if this bot may act there at all.
  Room room() {
    return room("chat_id");
  }

  Room room(String parameter) {
    if (!params.has(parameter)) throw ApiError.bad(parameter + " is empty");
    return room(params.number(parameter, 0));
  }

  private Room room(long id) {
    if (id > 0) return privateRoom(id);
    var room = world.groups.get(id);
    if (room == null || !room.members.containsKey(bot.id())) throw ApiError.bad("chat not found");
    if (room.migratedTo != 0) throw ApiError.migrated(room.migratedTo);
    var group = room.kind.field() + " chat";
    switch (room.member(bot.id()).status()) {
      case KICKED -> throw ApiError.forbidden("bot was kicked from the " + group);
      case LEFT -> throw ApiError.forbidden("bot is not a member of the " + group);
      case CREATOR, ADMINISTRATOR, MEMBER, RESTRICTED -> {}
    }
    return room;
  }

  private Room privateRoom(long user) {
    var account = world.accounts.get(user);
    if (account == null) throw ApiError.bad("chat not found");
    if (account.bot()) throw ApiError.forbidden("the bot can't send messages to the bot");
    var room = world.privates.get(new World.PrivateKey(bot.id(), user));
    if (room == null || !room.started) throw ApiError.forbidden("bot can't initiate conversation with a user");
    return room;
  }

  /// Refuses what a person who blocked the bot, or a group that muted it, doesn't let through.
  Room writable() {
    var room = room();
    if (room.blocked) throw ApiError.forbidden("bot was blocked by the user");
    if (room.member(bot.id()).status() == Member.Status.RESTRICTED) {
      throw ApiError.bad("not enough rights to send text messages to the chat");
    }
    return room;
  }

  /// Whether the person ever wrote to this bot.
  boolean met(Account person) {
    var chat = world.privates.get(new World.PrivateKey(bot.id(), person.id()));
    return chat != null && chat.started;
  }

  Member self(Room room) {
    return room.member(bot.id());
  }

  Post post(Room room, String parameter, Supplier<ApiError> missing) {
    return room.post(params.integer(parameter, 0)).orElseThrow(missing);
  }

  /// A message as this bot sees it.
  ObjectNode shown(Room room, Post post) {
    return world.rendering.message(room, post, bot.id());
  }
}
