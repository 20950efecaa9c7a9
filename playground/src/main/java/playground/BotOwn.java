package playground;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What concerns the bot itself: who it is, its commands, its files, answers to pressed buttons.
final class BotOwn {
  private static final int LONGEST_ANSWER = 200;
  private static final int MOST_COMMANDS = 100;
  private static final int DOWNLOADABLE = 20 << 20;

  private BotOwn() {}

  static void register(Map<String, Method> methods) {
    methods.put("getme", BotOwn::me);
    methods.put("setmycommands", BotOwn::setCommands);
    methods.put("deletemycommands", BotOwn::deleteCommands);
    methods.put("getmycommands", request -> request.bot().commands.getOrDefault(scope(request), Json.array()));
    methods.put("getfile", BotOwn::file);
    methods.put("answercallbackquery", BotOwn::answer);
  }

  private static JsonNode me(Request request) {
    return request.bot().account().json()
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", false)
        .put("supports_inline_queries", false)
        .put("can_connect_to_business", false)
        .put("has_main_web_app", false)
        .put("has_topics_enabled", false);
  }

  private static String scope(Request request) {
    var scope = request.params().json("scope");
    return scope.path("type").asString("default")
        + "|" + scope.path("chat_id").asString("")
        + "|" + scope.path("user_id").asString("")
        + "|" + request.params().text("language_code", "");
  }

  private static JsonNode setCommands(Request request) {
    var commands = request.params().json("commands");
    if (!commands.isArray()) throw ApiError.bad("can't parse commands JSON object");
    if (commands.size() > MOST_COMMANDS) throw ApiError.bad("BOT_COMMANDS_TOO_MUCH");
    for (var command : commands) {
      if (!validName(command.path("command").asString(""))) throw ApiError.bad("BOT_COMMAND_INVALID");
      int length = command.path("description").asString("").length();
      if (length < 1 || length > 256) throw ApiError.bad("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    request.bot().commands.put(scope(request), commands);
    request.world().touch(null);
    return Json.bool(true);
  }

  private static boolean validName(String name) {
    var bare = name.startsWith("/") ? name.substring(1) : name;
    return !bare.isEmpty()
        && bare.length() <= 32
        && bare.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_');
  }

  private static JsonNode deleteCommands(Request request) {
    request.bot().commands.remove(scope(request));
    request.world().touch(null);
    return Json.bool(true);
  }

  private static JsonNode file(Request request) {
    var fileId = request.params().text("file_id", "");
    var file = request.world().files.require(fileId, request.bot().id());
    if (file.bytes().length > DOWNLOADABLE) throw ApiError.bad("file is too big");
    return Json.object()
        .put("file_id", fileId)
        .put("file_unique_id", file.uniqueId())
        .put("file_size", file.bytes().length)
        .put("file_path", file.path());
  }

  private static JsonNode answer(Request request) {
    var world = request.world();
    var press = world.presses.get(request.params().text("callback_query_id", ""));
    boolean valid =
        press != null
            && press.bot() == request.bot().id()
            && world.clock.millis() - press.pressedAt() < Traffic.CALLBACK_LIFE;
    if (!valid) {
      throw ApiError.bad("query is too old and response timeout expired or query ID is invalid");
    }
    var text = request.params().text("text", "");
    if (text.length() > LONGEST_ANSWER) throw ApiError.bad("MESSAGE_TOO_LONG");
    press.answered(text, request.params().flag("show_alert"));
    world.touch(null);
    return Json.bool(true);
  }
}
