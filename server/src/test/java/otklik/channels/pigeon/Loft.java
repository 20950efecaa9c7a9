package otklik.channels.pigeon;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.channels.Button;
import otklik.channels.Group;
import otklik.channels.Member;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.channels.Right;

/// The world of pigeons within a test: who lives where, and which letters lie there. Brings news to whoever listens,
/// again and again until it is kept.
public final class Loft {
  private static final Map<String, Loft> ALL = new ConcurrentHashMap<>();
  private static final int LONGEST_LETTER = 1_000;
  private static final int LONGEST_NOTE = 200;
  private static final int MOST_CORNERS = 8;

  /// Something to tear off.
  public record Corner(String text, String data) {}

  public record Letter(String id, String from, String text, @Nullable String picture, List<Corner> corners,
      @Nullable String answered) {}

  interface Listener {
    void hears(PigeonNews news) throws InterruptedException;
  }

  private record Flock(String title, Map<String, Boolean> members) {}

  private final Map<String, String> rings = new LinkedHashMap<>();
  private final Map<String, String> people = new LinkedHashMap<>();
  private final Map<String, Flock> flocks = new LinkedHashMap<>();
  private final Map<String, List<Letter>> letters = new LinkedHashMap<>();
  private final Set<String> shut = new HashSet<>();
  private final Map<String, Deque<PigeonNews>> news = new LinkedHashMap<>();
  private final Map<String, Thread> carriers = new LinkedHashMap<>();
  private InstantSource clock = InstantSource.system();
  private int last;
  private @Nullable Outcome trouble;

  public static Loft named(String name) {
    return ALL.computeIfAbsent(name, _ -> new Loft());
  }

  static List<Corner> corners(List<List<Button>> rows) {
    return rows.stream().flatMap(List::stream).map(button -> new Corner(button.text(), button.data())).toList();
  }

  public synchronized void livesBy(InstantSource time) {
    clock = time;
  }

  // What people do.

  public synchronized void forges(String ring, String owner) {
    rings.put(ring, owner);
  }

  public synchronized void settles(String person, String name) {
    people.put(person, name);
  }

  public synchronized void gathers(String flock, String title) {
    flocks.put(flock, new Flock(title, new LinkedHashMap<>()));
  }

  /// @param leads whether they administer it
  public synchronized void joins(String flock, String person, boolean leads) {
    flocks.get(flock).members().put(person, leads);
  }

  public synchronized void takesIn(String ring, String flock, String by) {
    joins(flock, owner(ring), true);
    tell(ring, PigeonNews.Kind.TAKEN_IN, flock, by, null, flocks.get(flock).title(), null, null);
  }

  public synchronized String writes(String ring, String chat, String person, String text, @Nullable String picture,
      @Nullable String answered) {
    String id = next();
    lay(chat, new Letter(id, person, text, picture, List.of(), answered));
    tell(ring, PigeonNews.Kind.LETTER, chat, person, id, text, picture, answered);
    return id;
  }

  public synchronized void tears(String ring, String chat, String person, String letter, String corner) {
    Letter torn = letters(chat).stream().filter(one -> one.id().equals(letter)).findFirst().orElseThrow();
    String data = torn.corners().stream().filter(one -> one.text().equals(corner)).findFirst()
        .orElseThrow(() -> new AssertionError("no corner '" + corner + "' at " + torn)).data();
    tell(ring, PigeonNews.Kind.CORNER, chat, person, letter, data, null, null);
  }

  public synchronized void shuts(String ring, String person, boolean now) {
    if (now ? shut.add(person) : shut.remove(person)) {
      tell(ring, now ? PigeonNews.Kind.SHUT : PigeonNews.Kind.OPENED, person, person, null, null, null, null);
    }
  }

  public synchronized List<Letter> letters(String chat) {
    return List.copyOf(letters.getOrDefault(chat, List.of()));
  }

  // What the weather does.

  /// The next letter meets this.
  synchronized void delays(Duration wait) {
    trouble = new Outcome.Later(wait);
  }

  synchronized void fog(boolean now) {
    trouble = now ? new Outcome.Down("fog") : null;
  }

  // What pigeons do for whoever has a ring.

  synchronized String owner(String ring) {
    return rings.getOrDefault(ring, "");
  }

  synchronized void look(String ring) throws NoFlight {
    if (!rings.containsKey(ring)) {
      throw refused(Refusal.CHANNEL_REVOKED, "no such ring");
    }
    Outcome met = trouble;
    if (met instanceof Outcome.Later) {
      trouble = null;
    }
    if (met != null) {
      throw new NoFlight(met);
    }
  }

  /// @return the letter's id
  synchronized String send(String ring, String chat, String text, @Nullable String picture, List<Corner> corners,
      @Nullable String answered) throws NoFlight {
    look(ring);
    if (text.length() > (picture == null ? LONGEST_LETTER : LONGEST_NOTE)) {
      throw refused(Refusal.NOT_ACCEPTED, "too long");
    }
    if (corners.size() > MOST_CORNERS) {
      throw refused(Refusal.NOT_ACCEPTED, "too many corners");
    }
    if (PigeonMessenger.isFlock(chat)) {
      members(ring, chat);
    } else if (!people.containsKey(chat) || shut.contains(chat)) {
      throw refused(Refusal.PERSON_UNREACHABLE, "the window is shut");
    }
    String id = next();
    lay(chat, new Letter(id, owner(ring), text, picture, corners, answered));
    return id;
  }

  synchronized Member member(String ring, String chat, String account) throws NoFlight {
    look(ring);
    Boolean leads = members(ring, chat).get(account);
    return leads == null ? Member.UNKNOWN : new Member(people.getOrDefault(account, account), true, true, true, leads,
        leads ? EnumSet.allOf(Right.class) : Set.of());
  }

  synchronized Group flock(String ring, String chat) throws NoFlight {
    look(ring);
    members(ring, chat);
    return new Group(flocks.get(chat).title(), null, false);
  }

  public synchronized int waiting(String ring) {
    return queue(ring).size();
  }

  void tells(String ring, Listener listener) {
    Thread carrier = Thread.ofVirtual().name("pigeons of " + ring).unstarted(() -> carry(ring, listener));
    synchronized (this) {
      if (carriers.putIfAbsent(ring, carrier) != null) {
        throw new IllegalStateException("somebody listens already");
      }
    }
    carrier.start();
  }

  /// Returns when nothing is on its way any more.
  void tellsNoMore(String ring) {
    Thread carrier;
    synchronized (this) {
      carrier = carriers.remove(ring);
      notifyAll();
    }
    if (carrier != null) {
      try {
        carrier.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void carry(String ring, Listener listener) {
    try {
      for (PigeonNews first = first(ring); first != null; first = first(ring)) {
        try {
          listener.hears(first);
          kept(ring);
        } catch (RuntimeException _) {
          LockSupport.parkNanos(1_000_000); // it wasn't kept: it is brought again
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable PigeonNews first(String ring) throws InterruptedException {
    while (carriers.get(ring) == Thread.currentThread() && queue(ring).isEmpty()) {
      wait();
    }
    return carriers.get(ring) == Thread.currentThread() ? queue(ring).peek() : null;
  }

  private synchronized void kept(String ring) {
    queue(ring).remove();
  }

  private Map<String, Boolean> members(String ring, String chat) throws NoFlight {
    Flock flock = flocks.get(chat);
    if (flock == null || !flock.members().containsKey(owner(ring))) {
      throw refused(Refusal.CHAT_GONE, "no such flock");
    }
    return flock.members();
  }

  private void tell(String ring, PigeonNews.Kind kind, String chat, String from, @Nullable String letter,
      @Nullable String text, @Nullable String picture, @Nullable String answered) {
    queue(ring).add(new PigeonNews(Long.parseLong(next()), kind, chat, from, people.getOrDefault(from, from), letter,
        text, picture, answered, clock.millis()));
    notifyAll();
  }

  private Deque<PigeonNews> queue(String ring) {
    return news.computeIfAbsent(ring, _ -> new ArrayDeque<>());
  }

  private void lay(String chat, Letter letter) {
    letters.computeIfAbsent(chat, _ -> new ArrayList<>()).add(letter);
  }

  private String next() {
    return Integer.toString(++last);
  }

  private static NoFlight refused(Refusal why, String detail) {
    return new NoFlight(Outcome.Refused.because(why, detail));
  }

  @Override
  public synchronized String toString() {
    return letters.entrySet().stream().map(chat -> chat.getKey() + ": " + chat.getValue().stream().map(Letter::text)
        .toList()).collect(Collectors.joining("\n"));
  }
}
