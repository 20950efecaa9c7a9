package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import playground.Bot;
import playground.Call;
import playground.Group;
import playground.Message;
import playground.Options;
import playground.Person;
import playground.Playground;
import playground.PrivateHands;

/// One panic button, the chat of its city, many who help and a few who ask, in front of a simulated Telegram.
final class PanicButton implements AutoCloseable {
  private static final String TOKEN = "7000002:BENCHBENCHBENCHBENCHBENCHBENCHBENCH";
  private static final long COORDINATORS = -1_002_000_000_002L;
  private static final List<String> CITIES = List.of("Тбилиси", "Рустави", "Кутаиси", "Батуми", "Зугдиди");
  private static final int AT_ONCE = 250;
  private static final String COPY = "copy ";
  private static final String EDIT = "edit ";
  private static final String ANSWER = "answer ";
  /// What those who ask tell.
  static final List<String> STORIES = List.of("story zero", "story one", "story two");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long BEFORE_AN_ANSWER = Duration.ofSeconds(5).toNanos();

  final Playground playground = Playground.start(Options.defaults());
  private final Bot bot = playground.bot(TOKEN, "bench_sos_bot");
  private final Group coordinators = playground.supergroup(COORDINATORS, "Coordinators");
  private final Group chat = playground.supergroup(COORDINATORS - 1, "Tbilisi helps");
  private final List<PrivateHands> helpers = new ArrayList<>();
  /// When calls arrived that had their effect, by what they were. Guarded by itself.
  private final Map<String, List<Long>> made = new HashMap<>();

  PanicButton() {
    playground.callLog(false);
    playground.listen(this::ended);
    coordinators.add(playground.user(5101, "Nino", null, "nino", "ru")).promote(bot);
  }

  private void ended(Call call) {
    String text = call.params().path("text").asString("");
    String what = switch (call.method()) {
      case "sendmessage" -> text.startsWith("Нужна помощь") ? COPY + story(text) : "";
      case "editmessagetext" -> text.startsWith("Взял(а)") ? EDIT + story(text) : "";
      case "answercallbackquery" -> ANSWER + call.params().path("callback_query_id").asString("");
      default -> "";
    };
    if (call.status() == 200 && !what.isEmpty()) {
      synchronized (made) {
        made.computeIfAbsent(what, key -> new ArrayList<>()).add(call.arrived());
      }
    }
  }

  private static String story(String text) {
    return STORIES.stream().filter(text::contains).findFirst().orElse("");
  }

  void configure(Path folder, String limits) throws IOException {
    Files.writeString(folder.resolve("bench.yaml"), """
        workspaces:
          - name: bench
            timezone: Asia/Tbilisi
            language: ru
            channels:
              - name: button
                messenger: telegram
                token: "%s"
                limits: %s
                scenario: emergency
                emergency:
                  coordinators-chat-id: %d
                  coordinators-topics: off
                  coordinators: [5101]
                  country: GE
                  approve-chats: off
                  rings:
                    - { after: 0s }
        """.formatted(TOKEN, limits, COORDINATORS));
  }

  /// The bot is taken into the chat, and one of its administrators names the city.
  void gathers() {
    chat.promote(bot);
    Person giorgi = playground.user(5201, "Giorgi", null, "giorgi", "ru");
    chat.addAdmin(giorgi);
    Predicate<Message> ours = message -> message.from() == bot.id() && !message.service();
    until(PATIENCE, "the chat is asked for its city", () -> chat.history().stream().anyMatch(ours));
    int question = chat.history().stream().filter(ours).findFirst().orElseThrow().id();
    // Nobody answers so quickly: the bot must know first that its question stands there.
    LockSupport.parkNanos(BEFORE_AN_ANSWER);
    giorgi.in(chat).replies(question, "Тбилиси");
    until(PATIENCE, "the city is known", () -> chat.history().stream().filter(ours).count() > 1);
  }

  void enrol(int count) {
    for (int from = 0; from < count; from += AT_ONCE) {
      List<PrivateHands> some = new ArrayList<>();
      for (int number = from; number < Math.min(count, from + AT_ONCE); number++) {
        some.add(starts("Helper " + number, 100_000 + number));
      }
      for (int i = 0; i < some.size(); i++) {
        names(some.get(i), CITIES.get(i % CITIES.size()));
      }
      some.forEach(helper -> sees(helper, "участник чата"));
      some.forEach(helper -> press(helper, "Хочу стать помощником"));
      some.forEach(helper -> sees(helper, "вы теперь помощник"));
      helpers.addAll(some);
    }
  }

  private PrivateHands starts(String name, long id) {
    Person person = playground.user(id, name, null, null, "ru");
    chat.add(person);
    PrivateHands hands = person.inPrivate(bot);
    hands.starts();
    return hands;
  }

  private static void names(PrivateHands hands, String city) {
    sees(hands, "В каком вы городе?");
    hands.writes(city);
  }

  /// Somebody needs help, and has told everything but that it shall be sent.
  PrivateHands prepared(int number, String story) {
    PrivateHands asker = starts("Asker " + number, 50_000 + number);
    names(asker, "Тбилиси");
    sees(asker, "участник чата");
    press(asker, "Мне нужна помощь");
    sees(asker, "Что случилось?");
    asker.writes(story);
    sees(asker, "Где вы?");
    asker.writes("Руставели 24");
    sees(asker, "Проверьте, пожалуйста");
    return asker;
  }

  PrivateHands helper(int number) {
    return helpers.get(number);
  }

  /// The copy of that request, as the helper sees it.
  static Message copy(PrivateHands helper, String story) {
    return helper.messages(message -> message.text().contains(story) && message.button("Взять в работу").isPresent())
        .getLast();
  }

  static void press(PrivateHands hands, String button) {
    Predicate<Message> wanted = message -> message.button(button).isPresent();
    until(PATIENCE, "there is a button " + button, () -> !hands.messages(wanted).isEmpty());
    hands.presses(hands.messages(wanted).getLast().id(), button);
  }

  private static void sees(PrivateHands hands, String words) {
    Predicate<Message> wanted = message -> message.text().contains(words);
    until(PATIENCE, "somebody sees " + words, () -> !hands.messages(wanted).isEmpty());
  }

  /// When the copies of a request arrived, in order.
  long[] copies(String story) {
    return arrivals(COPY + story);
  }

  /// When those changes of copies arrived that say that somebody has the request, in order.
  long[] edits(String story) {
    return arrivals(EDIT + story);
  }

  /// When that press was answered; nothing as long as it wasn't.
  long[] answers(String query) {
    return arrivals(ANSWER + query);
  }

  private long[] arrivals(String what) {
    synchronized (made) {
      return made.getOrDefault(what, List.of()).stream().mapToLong(Long::longValue).sorted().toArray();
    }
  }

  static void until(Duration patience, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited in vain until " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Override
  public void close() {
    playground.close();
  }
}
