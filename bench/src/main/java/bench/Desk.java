package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import playground.Bot;
import playground.Call;
import playground.Group;
import playground.GroupHands;
import playground.Message;
import playground.Options;
import playground.Person;
import playground.Playground;
import playground.PrivateHands;

/// One bot, its operators' group and 200 people in front of a simulated Telegram without limits.
final class Desk implements AutoCloseable {
  static final int PEOPLE = 200;

  private static final String TOKEN = "7000001:BENCHBENCHBENCHBENCHBENCHBENCHBENCH";
  static final long GROUP = -1_002_000_000_001L;
  private static final long OPERATOR = 5001;
  private static final String FORGET = "Удалить мои данные";
  /// In the desk's own words, so that a benchmark never waits for words that the product doesn't say any more.
  private static final String FORGOTTEN = "Забыто";
  private static final Duration PATIENCE = Duration.ofSeconds(300);

  final Playground playground = Playground.start(Options.defaults());
  private final Bot bot = playground.bot(TOKEN, "bench_bot");
  private final Group group = playground.forum(GROUP, "Bench");
  private final Person marek = playground.user(OPERATOR, "Marek", null, "marek", "ru");
  private final List<PrivateHands> people = new ArrayList<>();
  private final List<GroupHands> topics = new ArrayList<>();
  private final PrivateHands stranger = playground.user(99_999, "Stranger", null, null, "ru").inPrivate(bot);

  Desk() {
    playground.callLog(false);
    group.add(marek).promote(bot);
    for (int number = 0; number < PEOPLE; number++) {
      people.add(playground.user(100_000 + number, "Person " + number, null, "p" + number, "ru").inPrivate(bot));
    }
  }

  void configure(Path folder) throws IOException {
    configure(folder, "off");
  }

  /// @param limits off, or default for the messenger's
  void configure(Path folder, String limits) throws IOException {
    Files.writeString(folder.resolve("bench.yaml"), """
        workspaces:
          - name: bench
            timezone: Europe/Madrid
            language: ru
            texts: { ru: { forget.done: %s } }
            channels:
              - name: desk
                messenger: telegram
                token: "%s"
                limits: %s
                scenario: helpdesk
                helpdesk:
                  support-chat-id: %d
                  operators: [%d]
                  clients:
                    - name: Acme
                      projects:
                        - { name: Portal, invite-code: ACME-1, is-active: true }
        """.formatted(FORGOTTEN, TOKEN, limits, GROUP, OPERATOR));
  }

  /// What the server is started with.
  Map<String, String> environment(Store store) {
    Map<String, String> environment = new HashMap<>(store.environment());
    environment.putAll(Map.of("CONFIG", "bench.yaml", "HTTP_PORT", "0", "PLAYGROUND", "off", "TELEGRAM_API_URL",
        playground.apiUrl()));
    return environment;
  }

  /// When the first getUpdates arrives, in nanoseconds of [System#nanoTime]. Somebody has written before, so that the
  /// simulator answers it at once. Begin to wait before the server starts.
  FirstPoll firstPoll() {
    stranger.writes("hello");
    FirstPoll first = new FirstPoll();
    playground.listen(first::ended);
    return first;
  }

  static final class FirstPoll {
    private final CountDownLatch came = new CountDownLatch(1);
    private final long since = System.nanoTime();
    private final AtomicLong at = new AtomicLong();

    /// A poll of the server before, cut short, ends late.
    private void ended(Call call) {
      if (call.method().equals("getupdates") && call.arrived() > since && at.compareAndSet(0, call.arrived())) {
        came.countDown();
      }
    }

    long await() throws InterruptedException, IOException {
      if (!came.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("the server did not ask for updates");
      }
      return at.get();
    }
  }

  /// Takes everybody through the form, so that each has a ticket and its topic.
  void openTickets() throws IOException {
    people.forEach(person -> person.starts("ACME-1"));
    people.forEach(person -> pressWhenThere(person, message -> message.buttons().size() > 3));
    people.forEach(person -> awaitMessage(person, message -> message.text().contains("Расскажите")));
    people.forEach(person -> person.writes("It does not work"));
    people.forEach(person -> pressWhenThere(person, message -> message.button("Пропустить").isPresent()));
    people.forEach(person -> awaitMessage(person, message -> message.text().contains("принято")));
    pauseUntil("every ticket has its card", () -> cards() == PEOPLE);
    group.topics().forEach(topic -> topics.add(marek.in(group).topic(topic.id())));
  }

  PrivateHands newcomer(long id) {
    return playground.user(id, "Newcomer " + id, null, null, "ru").inPrivate(bot);
  }

  void opensTicket(PrivateHands person) throws IOException {
    long before = cards();
    person.starts("ACME-1");
    pressWhenThere(person, message -> message.buttons().size() > 3);
    awaitMessage(person, message -> message.text().contains("Расскажите"));
    person.writes("It does not work");
    pressWhenThere(person, message -> message.button("Пропустить").isPresent());
    pauseUntil("the ticket has its card", () -> cards() > before);
  }

  void writes(PrivateHands person, int messages) {
    long before = theirs();
    for (int i = 0; i < messages; i++) {
      person.writes("theirs " + i);
    }
    pauseUntil("their messages are copied", () -> theirs() >= before + messages);
  }

  private long theirs() {
    return group.history().stream().filter(message -> message.text().contains("theirs ")).count();
  }

  /// Nanoseconds from the press to the answer that it is done.
  long forgets(PrivateHands person) {
    int done = forgotten(person);
    int asked = person.writes("/forget");
    pauseUntil("the question comes", () -> question(person, asked).isPresent());
    int question = question(person, asked).orElseThrow().id();
    long begin = System.nanoTime();
    person.presses(question, FORGET);
    pauseUntil("it is done", () -> forgotten(person) > done);
    return System.nanoTime() - begin;
  }

  private static Optional<Message> question(PrivateHands person, int after) {
    return person.messages(message -> message.id() > after && message.button(FORGET).isPresent()).stream().findFirst();
  }

  private static int forgotten(PrivateHands person) {
    return person.messages(message -> message.text().equals(FORGOTTEN)).size();
  }

  /// What is pinned in General is no card.
  private long cards() {
    return group.history().stream()
        .filter(message -> message.threadId() != 0 && message.type().equals("pinned_message")).count();
  }

  private void pressWhenThere(PrivateHands person, Predicate<Message> wanted) {
    Message message = awaitMessage(person, wanted);
    person.presses(message.id(), message.buttons().getFirst().getFirst().text());
  }

  private Message awaitMessage(PrivateHands person, Predicate<Message> wanted) {
    pauseUntil("the form goes on", () -> !person.messages(wanted).isEmpty());
    return person.messages(wanted).getLast();
  }

  private static void pauseUntil(String what, java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited in vain until " + what);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
    }
  }

  /// The conversation whose turn it is goes on: its person writes, or an operator in its topic.
  void writes(Way way, int number, String text) {
    switch (way) {
      case TO_TOPICS -> people.get(number % PEOPLE).writes(text);
      case TO_PEOPLE -> topics.get(number % PEOPLE).writes(text);
    }
  }

  /// What the bot has said in each conversation on the side where such words arrive.
  List<List<Message>> copies(Way way) {
    return switch (way) {
      case TO_TOPICS -> List.copyOf(group.history().stream().filter(message -> message.from() == bot.id())
          .collect(Collectors.groupingBy(Message::threadId)).values());
      case TO_PEOPLE -> people.stream().map(person -> person.messages(message -> message.from() == bot.id())).toList();
    };
  }

  /// @param nanos from its being written to the arrival of the answer
  record Answer(long nanos, String text) {}

  /// What an operator is answered in General.
  Answer asks(String command) throws InterruptedException, IOException {
    CountDownLatch answered = new CountDownLatch(1);
    AtomicLong at = new AtomicLong();
    AtomicReference<String> text = new AtomicReference<>("");
    playground.listen(call -> {
      if (call.chatId() == GROUP && call.method().equals("sendmessage") && at.compareAndSet(0, call.arrived())) {
        text.set(call.params().path("text").stringValue(""));
        answered.countDown();
      }
    });
    long begin = System.nanoTime();
    marek.in(group).writes(command);
    if (!answered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IOException("no answer after " + PATIENCE.toSeconds() + " s");
    }
    playground.listen(null);
    return new Answer(at.get() - begin, text.get());
  }

  /// What a raw client needs to write into the group: a token, a chat, a topic.
  List<String> address() {
    return List.of(playground.apiUrl(), TOKEN, Long.toString(GROUP),
        Integer.toString(group.topics().getFirst().id()));
  }

  @Override
  public void close() {
    playground.close();
  }
}
