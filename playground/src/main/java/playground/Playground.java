package playground;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A messenger on this machine: the Telegram Bot API over HTTP, and the hands of the people who use it.
/// Safe to use from many threads.
public final class Playground implements AutoCloseable {
  private final World world;
  private final Faults faults;
  private final Calls calls = new Calls();
  private final BotApi api;
  private final FileDownloads downloads;
  private final WorldApi worldApi;
  private final Keeper keeper;
  private final Wire wire;
  private final Options options;

  private Playground(Options options) {
    this.options = options;
    this.world = new World(options.time(), options.limits());
    this.faults = new Faults(options.time());
    this.api = new BotApi(world, faults, calls, options.latency());
    this.downloads = new FileDownloads(world);
    this.worldApi = new WorldApi(this, faults);
    this.keeper = options.dataFile() == null ? null : new Keeper(world, options.dataFile(), api.webhooks());
    this.wire = new Wire(options.port(), this::route);
  }

  public static Playground start(Options options) {
    return new Playground(options);
  }

  /// With `Options.defaults()`.
  public static Playground start() {
    return start(Options.defaults());
  }

  private void route(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getRawPath();
    if (path.startsWith("/bot")) api.handle(exchange);
    else if (path.startsWith("/file/bot")) downloads.handle(exchange);
    else if (path.startsWith("/world/")) worldApi.handle(exchange);
    else if (!PageFiles.serve(exchange, path)) Wire.json(exchange, 404, new ApiError(404, "Not Found").body());
  }

  /// The base address that a bot uses instead of `https://api.telegram.org`.
  public String apiUrl() {
    return "http://127.0.0.1:" + wire.port();
  }

  public int port() {
    return wire.port();
  }

  // ---- who is there

  /// Registers a bot; its id is the number before the colon of its token.
  public Bot bot(String token, String username) {
    return bot(token, username, username);
  }

  /// Likewise, with a name that people see.
  public Bot bot(String token, String username, String name) {
    long id = Long.parseLong(token.substring(0, token.indexOf(':')));
    return world.locked(
        () ->
            world.bots.computeIfAbsent(
                token,
                _ -> {
                  var account = new Account(id, true, name, null, username, null);
                  world.accounts.put(id, account);
                  world.touch(null);
                  return new Bot(account, token, new Mailbox(world.condition(), options.firstUpdateId()));
                }));
  }

  /// Takes a bot's token back: its calls are answered 401 from now on, a poll that waits too. The account lives on, so
  /// what is written to it goes on waiting for it.
  public void revoke(Bot bot) {
    world.locked(
        () -> {
          bot.revoked = true;
          bot.mailbox.arrived.signalAll();
        });
  }

  /// Makes a token that was taken back good again.
  public void restore(Bot bot) {
    world.locked(() -> bot.revoked = false);
  }

  /// Registers a person; last name, username and language may be null.
  public Person user(long id, String firstName, String lastName, String username, String language) {
    return world.locked(
        () -> {
          var account = new Account(id, false, firstName, lastName, username, language);
          world.accounts.put(id, account);
          world.touch(null);
          return new Person(world, account);
        });
  }

  /// A supergroup with topics.
  public Group forum(long chatId, String title) {
    return group(chatId, Room.Kind.SUPERGROUP, title, true);
  }

  /// A supergroup without topics.
  public Group supergroup(long chatId, String title) {
    return group(chatId, Room.Kind.SUPERGROUP, title, false);
  }

  public Group basicGroup(long chatId, String title) {
    return group(chatId, Room.Kind.GROUP, title, false);
  }

  private Group group(long id, Room.Kind kind, String title, boolean forum) {
    return world.locked(
        () -> {
          var room = world.groups.computeIfAbsent(id, _ -> new Room(id, kind, 0, title));
          room.forum = forum;
          world.touch(room);
          return new Group(world, room);
        });
  }

  // ---- weather

  /// Switches flood limits at once.
  public void limits(boolean on) {
    world.limits.on = on;
  }

  /// Holds back every answer but those of getUpdates.
  public void latency(Duration latency) {
    api.latency = latency;
  }

  /// Starts a fault; close what is returned to end it early.
  public Trouble fault(Fault fault) {
    return faults.start(fault);
  }

  public void endFaults() {
    faults.endAll();
  }

  // ---- updates by hand

  /// Queues this update for the bot as it is; a missing `update_id` is filled in.
  public void injectUpdate(Bot bot, String json) {
    var given = (ObjectNode) Json.parse(json);
    world.locked(
        () -> {
          if (given.has("update_id")) bot.mailbox.nextId = given.path("update_id").asLong();
          bot.mailbox.add("injected", Long.MAX_VALUE, id -> given.put("update_id", id));
        });
  }

  /// Delivers an update once more under its old id, whatever was confirmed.
  public void redeliver(Bot bot, long updateId) {
    boolean known = world.locked(() -> bot.mailbox.again(updateId));
    if (!known) throw new IllegalArgumentException("update " + updateId + " is not remembered");
  }

  /// The next update gets this id; it may be lower than the ids before, as after a week of silence.
  public void jumpUpdateIds(Bot bot, long to) {
    world.locked(() -> bot.mailbox.nextId = to);
  }

  /// How many updates wait to be confirmed.
  public int pendingUpdates(Bot bot) {
    return world.locked(bot.mailbox::size);
  }

  /// Whether nothing goes on here: no call is being answered, and no bot is about to hear of an update. What waits until
  /// some time has passed, or until a fault is ended, goes on then.
  public boolean isIdle() {
    return api.isIdle() && world.locked(() -> world.bots.values().stream().allMatch(Bot::isIdle));
  }

  /// How many calls are held back: until a time, or until a fault ends.
  public int heldCalls() {
    return api.held();
  }

  // ---- what happened

  /// The bots' calls in the order of their completion.
  public List<Call> calls() {
    return calls.all();
  }

  public List<Call> calls(String method) {
    return calls.all().stream().filter(call -> call.method().equalsIgnoreCase(method)).toList();
  }

  public void forgetCalls() {
    calls.clear();
  }

  /// Switches the log of calls, which costs time and memory in benchmarks.
  public void callLog(boolean kept) {
    calls.kept = kept;
  }

  /// Tells of every call when it has ended, on the thread that answered it; null ends that. Needs no log.
  public void listen(Consumer<Call> listener) {
    calls.listener = listener;
  }

  /// The pressed buttons, newest last, answered or not.
  public List<Press> presses() {
    return world.locked(() -> List.copyOf(world.presses.values()));
  }

  /// How many calls were answered 429, by limits or by faults.
  public long refusedForFlood() {
    return world.limits.refusals.get();
  }

  /// The commands of a scope, as setMyCommands left them, by `type|chat|user|language`.
  public Optional<JsonNode> commands(Bot bot, String scope) {
    return world.locked(() -> Optional.ofNullable(bot.commands.get(scope)));
  }

  /// Waits until the condition holds, looking again whenever anything changes; an `AssertionError`
  /// after the given time.
  public void await(Duration patience, BooleanSupplier condition) {
    Waiting.until(world, patience, condition, "the awaited state came");
  }

  /// Whether the data file held a world, which then goes on here.
  boolean restored() {
    return keeper != null && keeper.restored();
  }

  World world() {
    return world;
  }

  /// Ends all waiting calls and the server, and keeps the world if a data file was named.
  @Override
  public void close() {
    faults.endAll();
    world.locked(world::close);
    wire.close();
    if (keeper != null) keeper.close();
  }
}
