package otklik.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Door;
import otklik.channels.Incoming;
import otklik.channels.Inspection;
import otklik.channels.Limits;
import otklik.channels.Line;
import otklik.channels.Member;
import otklik.channels.Outcome;

/// A messenger that does what the test says. Everything is sent unless told otherwise.
final class FakeLine implements Line {
  static final Member MEMBER = new Member("Olena", true, true, true, false, Set.of());

  final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Outcome>> answers = new ConcurrentHashMap<>();
  private final Map<String, Outcome> always = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile boolean away;
  private final String account;
  private final Limits limits;

  FakeLine(String account, Limits limits) {
    this.account = account;
    this.limits = limits;
  }

  /// The next answers to calls at that place, before everything is sent again.
  void answers(String place, Outcome... outcomes) {
    answers.computeIfAbsent(place, key -> new ArrayDeque<>()).addAll(List.of(outcomes));
  }

  /// What is answered in that chat, until [#answersAsUsual].
  void answersAlways(String chat, Outcome outcome) {
    always.put(chat, outcome);
  }

  void answersAsUsual(String chat) {
    always.remove(chat);
  }

  /// Calls at that place hang until [#releases].
  void holds(String place) {
    held.put(place, new CountDownLatch(1));
  }

  void releases(String place) {
    held.remove(place).countDown();
  }

  /// Calls at that place hang no more, except those that do already: they wait for what is returned.
  CountDownLatch holdsNoMore(String place) {
    return held.remove(place);
  }

  List<String> texts() {
    return calls.stream().map(FakeLine::text).toList();
  }

  List<String> textsAt(String place) {
    return calls.stream().filter(call -> call.place().key().equals(place)).map(FakeLine::text).toList();
  }

  static String text(Call call) {
    return switch (call) {
      case Call.Say say when say.content() instanceof Content.Text text -> text.text();
      case Call.EditText edit -> edit.text().text();
      case Call.OpenTopic opening -> opening.name();
      default -> call.getClass().getSimpleName();
    };
  }

  @Override
  public Outcome call(Call call) throws InterruptedException {
    CountDownLatch latch = held.get(call.place().key());
    if (latch != null) {
      calls.add(call);
      latch.await();
      return answer(call);
    }
    // Chosen before it can be seen that the call was made: what is said to be answered then is for the next one.
    Outcome answer = answer(call);
    calls.add(call);
    return answer;
  }

  private Outcome answer(Call call) {
    Outcome given = always.get(call.place().chat());
    if (given != null) {
      return given;
    }
    Deque<Outcome> next = answers.getOrDefault(call.place().key(), new ArrayDeque<>());
    synchronized (next) {
      return next.isEmpty() ? usual(call) : next.poll();
    }
  }

  private Outcome usual(Call call) {
    return call instanceof Call.Question ? new Outcome.Answered(MEMBER)
        : new Outcome.Sent(List.of("m" + ids.incrementAndGet()));
  }

  @Override
  public int cost(Call call) {
    return switch (call) {
      case Call.AnswerPress _, Call.React _, Call.Question _ -> 0;
      case Call.SayAlbum album -> album.items().size();
      default -> 1;
    };
  }

  @Override
  public boolean isForAnyone(Call call) {
    return call instanceof Call.OpenTopic || call instanceof Call.Pin
        || call instanceof Call.Say say && say.buttons().isEmpty() && say.keys() == null
            && say.content() instanceof Content.Text;
  }

  @Override
  public String self() {
    return account;
  }

  @Override
  public boolean isGroup(String chat) {
    return chat.startsWith("-");
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public Incoming read(String raw) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void receive(Door door) {
    throw new UnsupportedOperationException();
  }

  /// Nobody is there who could answer, not even whether it is there.
  void goesAway() {
    away = true;
  }

  void comesBack() {
    away = false;
  }

  @Override
  public Inspection inspection() {
    return new FakeInspection(() -> away);
  }

  @Override
  public @Nullable String address() {
    return null;
  }

  @Override
  public void close() {
    // Nothing is received here.
  }
}
