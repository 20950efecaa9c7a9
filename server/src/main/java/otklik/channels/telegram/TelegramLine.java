package otklik.channels.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import otklik.channels.Account;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Door;
import otklik.channels.Incoming;
import otklik.channels.Inspection;
import otklik.channels.Limits;
import otklik.channels.Line;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Rate;
import otklik.channels.Received;
import otklik.channels.Refusal;
import tools.jackson.databind.JsonNode;

/// One bot.
final class TelegramLine implements Line {
  /// About 30 messages a second over all chats, one a second within a chat with short bursts, 20 a minute in a group
  /// (Telegram's bots FAQ); exact numbers aren't published.
  private static final Limits LIMITS =
      new Limits(
          new Rate(28, Duration.ofSeconds(1)), new Rate(3, Duration.ofSeconds(3)), new Rate(20, Duration.ofMinutes(1)));

  private final Account account;
  private final Bot bot;
  private final @Nullable URI publicUrl;
  private final Supplier<FailureBackoff> backoff;
  private final Updates updates;
  private final Gate gate = new Gate();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private volatile @Nullable String username;

  /// @param publicUrl where Telegram can reach us; without it the line polls
  TelegramLine(Account account, Bot bot, @Nullable URI publicUrl, Supplier<FailureBackoff> backoff) {
    this.account = account;
    this.bot = bot;
    this.publicUrl = publicUrl;
    this.backoff = backoff;
    this.updates = new Updates(bot.id());
  }

  Account account() {
    return account;
  }

  @Override
  public Outcome call(Call call) throws InterruptedException {
    if (call instanceof Call.Say say && say.content() instanceof Content.Unsupported(String kind)) {
      return Outcome.Refused.because(Refusal.NOT_ACCEPTED, "can't be passed on: " + kind);
    }
    BotApiAnswer answer = bot.ask(BotApiRequests.of(call));
    if (call instanceof Call.Question question) {
      return QuestionRequests.outcome(question, answer, isGroup(call.place().chat()));
    }
    if (call instanceof Call.EditText edit && ErrorMapping.isAboutCaption(answer)) {
      answer = bot.ask(BotApiRequests.caption(edit));
    }
    if (call instanceof Call.Say || call instanceof Call.SayAlbum) {
      answer = inTheChatItself(evenIfClosed(withoutQuote(new Tried(call, answer)))).answer();
    }
    return switch (answer) {
      case BotApiAnswer.Done(JsonNode result) -> new Outcome.Sent(ResultIds.by(call, result),
          ResultIds.astray(call, result));
      case BotApiAnswer.Failed failed -> ErrorMapping.of(failed, isGroup(call.place().chat()));
      case BotApiAnswer.Silent(String why) -> new Outcome.Unknown(why);
      case BotApiAnswer.Away(String why) -> new Outcome.Down(why);
    };
  }

  /// What was asked for last, and what came of it.
  private record Tried(Call call, BotApiAnswer answer) {}

  private Tried ask(Call call) throws InterruptedException {
    return new Tried(call, bot.ask(BotApiRequests.of(call)));
  }

  /// The answered message was edited, or the quoted words stand in another piece of it (QUOTE_TEXT_INVALID): they are
  /// said above instead. A quotation may make a text too long for one message, and then goes.
  private Tried withoutQuote(Tried tried) throws InterruptedException {
    if (!(tried.answer() instanceof BotApiAnswer.Failed failed) || !ErrorMapping.isAboutQuote(failed)) {
      return tried;
    }
    return switch (tried.call()) {
      case Call.Say say -> shorter(ask(say.quotingAbove()), say.quoting(null));
      case Call.SayAlbum album -> shorter(ask(album.quotingAbove()),
          new Call.SayAlbum(album.place(), album.items(), album.replyTo(), null));
      default -> tried;
    };
  }

  private Tried shorter(Tried tried, Call without) throws InterruptedException {
    return tried.answer() instanceof BotApiAnswer.Failed failed && ErrorMapping.isTooLong(failed) ? ask(without)
        : tried;
  }

  /// Somebody closed the topic by hand, and a bot with few rights can't write there, but whoever made a topic may reopen
  /// it (tdlib, ForumTopicManager). Telegram tells of the reopening, so the scenario can close the topic again.
  private Tried evenIfClosed(Tried tried) throws InterruptedException {
    if (!(tried.answer() instanceof BotApiAnswer.Failed failed) || !ErrorMapping.isClosedTopic(failed)) {
      return tried;
    }
    BotApiAnswer reopened = bot.ask(BotApiRequests.of(new Call.ReopenTopic(tried.call().place())));
    return reopened instanceof BotApiAnswer.Failed refused && !ErrorMapping.isDoneBefore(refused) ? tried
        : reopened instanceof BotApiAnswer.Silent || reopened instanceof BotApiAnswer.Away
        ? new Tried(tried.call(), reopened)
            : ask(tried.call());
  }

  /// A thread of a private chat may be gone, or fail to be found for a while (tdlib/telegram-bot-api issues 847, 854):
  /// the chat itself is always there.
  private Tried inTheChatItself(Tried tried) throws InterruptedException {
    Place place = tried.call().place();
    if (place.topic() == null || isGroup(place.chat()) || !(tried.answer() instanceof BotApiAnswer.Failed failed)
        || !ErrorMapping.isLostTopic(failed)) {
      return tried;
    }
    Place chat = Place.chat(place.chat());
    return switch (tried.call()) {
      case Call.Say say -> ask(say.at(chat));
      case Call.SayAlbum album -> ask(album.at(chat));
      default -> tried;
    };
  }

  @Override
  public int cost(Call call) {
    return switch (call) {
      case Call.SayAlbum album -> album.items().size();
      case Call.AnswerPress _, Call.React _, Call.Delete _, Call.OfferCommands _, Call.Question _ -> 0;
      case Call.Say _, Call.EditText _, Call.EditCaption _, Call.EditButtons _, Call.Pin _ -> 1;
      case Call.OpenTopic _, Call.CloseTopic _, Call.ReopenTopic _, Call.RenameTopic _, Call.DeleteTopic _ -> 1;
    };
  }

  /// Presses come to the bot that sent the button, and a file's id is valid for one bot (Bot API 10.1). A bot may
  /// mention by id only who it has met.
  @Override
  public boolean isForAnyone(Call call) {
    return switch (call) {
      case Call.Say say -> say.buttons().isEmpty() && say.keys() == null && isForAnyone(say.content());
      case Call.OpenTopic _, Call.CloseTopic _, Call.ReopenTopic _, Call.RenameTopic _, Call.Pin _ -> true;
      case Call.SayAlbum _, Call.EditText _, Call.EditCaption _, Call.EditButtons _, Call.AnswerPress _, Call.React _,
          Call.Delete _, Call.DeleteTopic _, Call.OfferCommands _, Call.Question _ -> false;
    };
  }

  private static boolean isForAnyone(Content content) {
    return switch (content) {
      case Content.Media _, Content.Unsupported _ -> false;
      case Content.Text text -> text.spans().stream().noneMatch(span -> span.type().equals("text_mention"));
      case Content.Location _, Content.Venue _, Content.Contact _, Content.Poll _, Content.Dice _ -> true;
    };
  }

  @Override
  public String self() {
    return bot.id();
  }

  @Override
  public boolean isGroup(String chat) {
    return chat.startsWith("-");
  }

  @Override
  public Limits limits() {
    return account.credentials(BotCredentials.class).unlimited() ? Limits.NONE : LIMITS;
  }

  @Override
  public Incoming read(String raw) {
    return updates.read(raw);
  }

  @Override
  public void receive(Door door) {
    gate.open(door);
    start(() -> new RetriedRequest(bot, backoff.get()).run(BotApiRequest.to("getMe"), this::introduced));
    if (isPolling()) {
      start(new Polling(account.name(), bot, updates, gate, backoff.get())::run);
    } else {
      BotApiRequest registration = Webhook.registration(publicUrl, account.channel(), bot.webhookSecret());
      start(() -> new RetriedRequest(bot, backoff.get()).run(registration, _ -> {}));
    }
  }

  @Override
  public boolean isPolling() {
    return publicUrl == null;
  }

  /// Whether a webhook request with that secret comes from Telegram.
  boolean trusts(@Nullable String secret) {
    return Secret.matches(bot.webhookSecret(), secret);
  }

  /// @return null where it isn't an update
  @Nullable Received update(String raw) {
    return updates.received(raw);
  }

  /// Whether it will never receive again.
  boolean isClosed() {
    return gate.isClosed();
  }

  /// Whether an update that Telegram pushes now may be taken in.
  boolean mayPush() {
    return gate.mayPush();
  }

  /// @return false when this line doesn't receive
  boolean accept(Received update) throws InterruptedException {
    return gate.accept(List.of(update));
  }

  @Override
  public Inspection inspection() {
    return new TelegramInspection(bot, publicUrl);
  }

  @Override
  public @Nullable String address() {
    return username;
  }

  @Override
  public void close() {
    gate.close();
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void introduced(JsonNode me) {
    username = JsonFields.textOrNull(me, "username");
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private void start(Work work) {
    Runnable untilInterrupted =
        () -> {
          try {
            work.run();
          } catch (InterruptedException _) {
            // The line was closed.
          }
        };
    threads.add(Thread.ofVirtual().name("telegram " + account.name()).start(untilInterrupted));
  }

  @Override
  public String toString() {
    return "TelegramLine[" + account.name() + "]";
  }
}
