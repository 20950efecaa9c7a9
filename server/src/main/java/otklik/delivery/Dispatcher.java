package otklik.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import otklik.channels.Limits;
import otklik.channels.Line;
import otklik.kernel.Background;
import otklik.workspaces.Channel;

/// Decides for one channel which delivery goes next: the lanes' order, the budgets and the priorities. Makes no call
/// and writes no row itself.
final class Dispatcher {
  private static final int MOST_UNDER_WAY = 256;
  private static final int SWEEPING = 1_000;
  /// Only a database that doesn't answer takes so long.
  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(1);
  private static final Comparator<Lane> URGENT_THEN_OLD = Comparator
      .comparing((Lane lane) -> lane.window.first().priority())
      .thenComparing(lane -> lane.window.first().id().value());

  private final Channel channel;
  private final Line line;
  private final Limits limits;
  private final Background background;
  private final Courier courier;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Map<String, Chat> chats = new HashMap<>();
  /// A lane's first delivery must not change while the lane stands in one of these.
  private final TreeSet<Lane> ready = new TreeSet<>(URGENT_THEN_OLD);
  private final TreeSet<Lane> readyForFree = new TreeSet<>(URGENT_THEN_OLD);
  private final Set<Lane> resting = new HashSet<>();
  private final Budget account;
  private boolean pumpPlanned;
  private int removed;
  private int underWay;
  /// Calls that were begun and of which it isn't durable yet what became of them.
  private int unsettled;
  private boolean stopped = true;

  Dispatcher(Channel channel, Line line, Courier courier, Background background) {
    this.channel = channel;
    this.line = line;
    this.limits = line.limits();
    this.account = new Budget(limits.account());
    this.courier = courier;
    this.background = background;
  }

  synchronized void start() {
    stopped = false;
    List.copyOf(lanes.values()).forEach(this::enlist);
    pump();
  }

  /// Begins nothing new and waits until it is durable what became of the calls that are under way.
  synchronized void stop() {
    stopped = true;
    long deadline = System.nanoTime() + LONGEST_DRAIN.toNanos();
    while (unsettled > 0 && System.nanoTime() < deadline) {
      try {
        wait(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  synchronized void offer(Delivery delivery) {
    Lane lane = lane(delivery.lane(), delivery.chat());
    unlist(lane);
    lane.window.offer(delivery);
    enlist(lane);
    pump();
  }

  /// There may be rows of this lane that were never offered.
  synchronized void suspect(String laneKey, String chat) {
    Lane lane = lane(laneKey, chat);
    unlist(lane);
    lane.window.suspectMore();
    enlist(lane);
    pump();
  }

  synchronized void dropped(String laneKey, long id) {
    Lane lane = lanes.get(laneKey);
    if (lane != null) {
      unlist(lane);
      lane.window.remove(id);
      if (lane.window.first() == null && resting.remove(lane)) {
        lane.busy = false; // nothing is left to rest for
      }
      enlist(lane);
      pump();
    }
  }

  synchronized int lanes() {
    return lanes.size();
  }

  private Lane lane(String key, String chatId) {
    return lanes.computeIfAbsent(key, k -> {
      Chat chat = chats.computeIfAbsent(chatId,
          id -> new Chat(id, new Budget(line.isGroup(id) ? limits.group() : limits.direct())));
      chat.lanes++;
      return new Lane(k, chat);
    });
  }

  private void unlist(Lane lane) {
    if (!lane.busy && lane.window.first() != null) {
      ready.remove(lane);
      readyForFree.remove(lane);
      lane.chat.parked.remove(lane);
    }
  }

  private void enlist(Lane lane) {
    if (lane.busy || stopped) {
      return;
    }
    if (lane.window.mustLoad()) {
      lane.busy = true;
      lane.window.beginLoading();
      background.run(() -> courier.load(this, channel, lane));
      return;
    }
    Delivery first = lane.window.first();
    if (first == null) {
      remove(lane);
    } else if (line.cost(first.call()) == 0) {
      readyForFree.add(lane);
    } else {
      ready.add(lane);
    }
  }

  private void remove(Lane lane) {
    lanes.remove(lane.key);
    lane.chat.lanes--;
    if (++removed % SWEEPING == 0) {
      long now = System.nanoTime();
      chats.values().removeIf(chat -> chat.lanes == 0 && chat.budget.isIdle(now));
    }
  }

  private void pump() {
    if (stopped) {
      return;
    }
    long now = System.nanoTime();
    while (underWay < MOST_UNDER_WAY && !readyForFree.isEmpty()) {
      begin(readyForFree.pollFirst(), 0);
    }
    while (underWay < MOST_UNDER_WAY && !ready.isEmpty()) {
      int cost = line.cost(ready.first().window.first().call());
      long untilAccount = account.untilRoomFor(cost, now);
      if (untilAccount > 0) {
        planPump(untilAccount);
        return;
      }
      Lane lane = ready.pollFirst();
      long untilChat = lane.chat.budget.untilRoomFor(cost, now);
      if (untilChat > 0) {
        lane.chat.parked.add(lane);
        planOpening(lane.chat, untilChat);
      } else {
        begin(lane, cost);
      }
    }
  }

  private void planPump(long nanos) {
    if (!pumpPlanned && nanos != Long.MAX_VALUE) {
      pumpPlanned = true;
      background.after(Duration.ofNanos(nanos), () -> {
        synchronized (this) {
          pumpPlanned = false;
          pump();
        }
      });
    }
  }

  private void planOpening(Chat chat, long nanos) {
    if (!chat.openingPlanned && nanos != Long.MAX_VALUE) {
      chat.openingPlanned = true;
      background.after(Duration.ofNanos(nanos), () -> {
        synchronized (this) {
          chat.openingPlanned = false;
          unpark(chat);
          pump();
        }
      });
    }
  }

  private void unpark(Chat chat) {
    List<Lane> waiting = new ArrayList<>(chat.parked);
    chat.parked.clear();
    waiting.forEach(this::enlist);
  }

  private void begin(Lane lane, int cost) {
    lane.busy = true;
    Delivery delivery = lane.window.take();
    unsettled++;
    underWay++;
    account.begin(cost);
    lane.chat.budget.begin(cost);
    background.run(() -> courier.carry(this, lane, delivery));
  }

  /// The call has ended, whatever came of it: its budget runs from now.
  synchronized void ended(Lane lane, Delivery delivery) {
    int cost = line.cost(delivery.call());
    long now = System.nanoTime();
    account.end(cost, now);
    lane.chat.budget.end(cost, now);
    underWay--;
    unpark(lane.chat);
    pump();
  }

  /// What became of the first delivery is durable.
  synchronized void settled(Lane lane) {
    lane.failures = 0;
    lane.window.done();
    lane.busy = false;
    enlist(lane);
    wakeResting();
    pump();
    oneLessUnsettled();
  }

  private void oneLessUnsettled() {
    unsettled--;
    notifyAll();
  }

  synchronized void loaded(Lane lane, List<Delivery> found) {
    lane.window.loaded(found);
    lane.busy = false;
    enlist(lane);
    pump();
  }

  /// The first delivery must be made once more, not before that time has passed.
  synchronized void again(Lane lane, Duration pause) {
    lane.failures++;
    rest(lane, pause, lane.key.startsWith(Courier.OPENING));
  }

  private void rest(Lane lane, Duration pause, boolean toTheEnd) {
    lane.window.putBack();
    lane.restingSince = System.nanoTime();
    lane.restsToTheEnd = toTheEnd;
    int rest = ++lane.rest;
    resting.add(lane);
    background.after(pause, () -> wake(lane, rest));
    oneLessUnsettled();
  }

  /// The messenger asked the chat, or the whole account, to be quiet. What costs nothing asks no budget, so there the
  /// lane itself rests.
  synchronized void quiet(Lane lane, Delivery delivery, Duration chat, Duration whole) {
    if (line.cost(delivery.call()) == 0) {
      rest(lane, chat.compareTo(whole) > 0 ? chat : whole, true);
      return;
    }
    long now = System.nanoTime();
    lane.chat.budget.closeUntil(now + chat.toNanos());
    account.closeUntil(now + whole.toNanos());
    lane.window.putBack();
    lane.busy = false;
    enlist(lane);
    pump();
    oneLessUnsettled();
  }

  private synchronized void wake(Lane lane, int rest) {
    if (lane.rest == rest && resting.remove(lane)) {
      lane.busy = false;
      enlist(lane);
      pump();
    }
  }

  /// Somebody got an answer, so the messenger is there: those who rest because it was not needn't rest to the end.
  private void wakeResting() {
    if (resting.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    for (Lane lane : List.copyOf(resting)) {
      if (lane.restsToTheEnd || now - lane.restingSince < Courier.SHORTEST_REST.toNanos()) {
        continue;
      }
      resting.remove(lane);
      lane.rest++;
      lane.busy = false;
      enlist(lane);
    }
  }
}
