package otklik.rooms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Door;
import otklik.channels.Incoming;
import otklik.channels.Inspection;
import otklik.channels.Limits;
import otklik.channels.Line;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.channels.Target;

/// A messenger in which one can see what stands where.
public final class TestGroups implements Line {
  private final Map<String, Map<String, String>> places = new LinkedHashMap<>();
  private final List<String> done = new ArrayList<>();
  private final Set<String> gone = ConcurrentHashMap.newKeySet();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private int lastId;

  /// The messages in a place, oldest first.
  public synchronized List<String> texts(String place) {
    return List.copyOf(places.getOrDefault(place, Map.of()).values());
  }

  /// The id of the only message there that says so.
  public synchronized String idOf(String place, String text) {
    List<String> found = places.get(place).entrySet().stream().filter(message -> message.getValue().equals(text))
        .map(Map.Entry::getKey).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " messages say '" + text + "' among " + places);
    }
    return found.getFirst();
  }

  /// What else was asked for: names of calls, each with its place.
  public synchronized List<String> others() {
    return List.copyOf(done);
  }

  synchronized void deletes(String place, String id) {
    places.get(place).remove(id);
  }

  void loses(String chat) {
    gone.add(chat);
  }

  void findsAgain(String chat) {
    gone.remove(chat);
  }

  /// Calls in that chat hang until [#releases].
  void holds(String chat) {
    held.put(chat, new CountDownLatch(1));
  }

  void releases(String chat) {
    held.remove(chat).countDown();
  }

  @Override
  public Outcome call(Call call) throws InterruptedException {
    CountDownLatch latch = held.get(call.place().chat());
    if (latch != null) {
      latch.await();
    }
    return gone.contains(call.place().chat()) ? Outcome.Refused.because(Refusal.CHAT_GONE, "no such chat") : made(call);
  }

  private synchronized Outcome made(Call call) {
    Map<String, String> here = places.computeIfAbsent(call.place().key(), key -> new LinkedHashMap<>());
    return switch (call) {
      case Call.Say say when say.content() instanceof Content.Text text -> {
        String id = Integer.toString(++lastId);
        here.put(id, text.text());
        yield new Outcome.Sent(List.of(id));
      }
      case Call.EditText(_, Target.Known(var id), var text, _) when here.containsKey(id) -> {
        here.put(id, text.text());
        yield new Outcome.Sent(List.of());
      }
      case Call.EditText _ -> Outcome.Refused.because(Refusal.MESSAGE_GONE, "message to edit not found");
      case Call.Delete(_, Target.Known(var id)) when here.remove(id) != null -> new Outcome.Sent(List.of());
      case Call.OpenTopic _ -> {
        done.add("OpenTopic " + call.place().key());
        yield new Outcome.Sent(List.of("t" + ++lastId));
      }
      default -> {
        done.add(call.getClass().getSimpleName() + " " + call.place().key());
        yield new Outcome.Sent(List.of());
      }
    };
  }

  @Override
  public int cost(Call call) {
    return 1;
  }

  @Override
  public boolean isForAnyone(Call call) {
    return false;
  }

  @Override
  public boolean isGroup(String chat) {
    return chat.startsWith("-");
  }

  @Override
  public Limits limits() {
    return Limits.NONE;
  }

  @Override
  public String self() {
    return "bot";
  }

  @Override
  public Incoming read(String raw) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void receive(Door door) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Inspection inspection() {
    throw new UnsupportedOperationException();
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
