package otklik.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.channels.Line;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.kernel.Background;
import otklik.kernel.RowLimit;
import otklik.kernel.TimeSource;
import otklik.workspaces.Channel;

/// Decides for one channel which delivery goes next and who makes it: the lanes' order, the budgets and the priorities.
/// Makes no call and writes no row itself.
final class Dispatcher {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final int MOST_UNDER_WAY = 256;
  /// After so many of people's words one that has waited long goes first, so that nothing waits for ever.
  private static final int URGENT_IN_A_ROW = 7;
  private static final Duration LONG = Duration.ofMinutes(1);
  static final Duration SHORTEST_REST = Duration.ofMillis(500);
  private static final Duration LONGEST_REST = Duration.ofSeconds(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration ECHO_WAIT = Duration.ofSeconds(10);
  private static final Duration REFUSED_REST = Duration.ofMinutes(1);
  /// A helper that lost its rights is asked again so much later.
  static final Duration HELPER_PAUSE = Duration.ofMinutes(10);
  /// Only a database that doesn't answer takes so long.
  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(1);

  private final Channel channel;
  private final SendingAccounts sendingAccounts;
  private final Line line;
  private final Background background;
  private final Courier courier;
  private final TimeSource time;
  private final Chats chats;
  private final RetryBackoff retryBackoff = new RetryBackoff();
  private final LeftOut leftOut;
  private final Lanes lanes;
  private final Ready ready;
  private final ChannelGroupLoads channelGroupLoads;
  /// What waits because the channel's own account isn't accepted anywhere.
  private final CircuitBreaker accountBreaker = new CircuitBreaker();
  private final Answers answers = new Answers();
  /// For what waits until the account has room.
  private final NextLook room = new NextLook();
  private int underWay;
  /// Calls that were begun and of which it isn't durable yet what became of them.
  private int unsettled;
  private boolean stopped = true;

  /// @param lines the channel's own first, then its helpers'
  /// @param limit how much of what waits may be in memory
  Dispatcher(Channel channel, List<Line> lines, RowLimit limit, Courier courier, Background background,
      TimeSource time) {
    this.channel = channel;
    this.sendingAccounts = new SendingAccounts(lines);
    this.line = lines.getFirst();
    this.chats = new Chats(line, sendingAccounts, limit, time);
    this.leftOut = new LeftOut(limit);
    this.lanes = new Lanes(chats, retryBackoff, leftOut);
    this.ready = new Ready(line);
    this.channelGroupLoads = new ChannelGroupLoads(channel, chats, lanes, time);
    this.courier = courier;
    this.background = background;
    this.time = time;
  }

  SendingAccounts senders() {
    return sendingAccounts;
  }

  /// What the messenger granted before this run counts before anything begins.
  ///
  /// @param ago how long it is over
  synchronized void count(GrantedCall granted, Duration ago) {
    chats.count(granted, ago, time.nanos());
  }

  synchronized void start() {
    stopped = false;
    lanes.all().forEach(this::enlist);
    pump();
  }

  /// Begins nothing new and waits until it is durable what became of the calls that are under way.
  synchronized void stop() {
    stopped = true;
    long began = time.nanos();
    while (unsettled > 0 && time.nanos() - began < LONGEST_DRAIN.toNanos()) {
      try {
        wait(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  synchronized void offer(Delivery delivery) {
    Lane lane = lanes.of(delivery.lane(), delivery.chat(), delivery.priority());
    if (lane != null) {
      unlist(lane);
      lane.window.offer(delivery);
      enlist(lane);
      pump();
    }
  }

  /// What was left on disk for want of room is taken up as far as there is room now, the most urgent first.
  void catchUp() {
    List<String> full;
    synchronized (this) {
      full = leftOut.look(chats.all());
    }
    courier.catchUp(this, channel, full, leftOut.limit().most());
  }

  /// @param most how many were asked for: there may be more
  synchronized void found(List<Outbox.WaitingLane> waiting, int most) {
    waiting.forEach(this::waits);
    if (leftOut.looked(waiting.size() < most, chats.all())) {
      background.after(BETWEEN_LOOKS, this::catchUp);
    }
  }

  /// Whether anything waits on disk only.
  synchronized boolean hasLeftOut() {
    return leftOut.isAny(chats.all());
  }

  /// So many rows wait in a lane, and perhaps not all of them were offered. What only waits its turn isn't suspected:
  /// of what is on disk nothing is known, so it would count as urgent.
  synchronized void waits(Outbox.WaitingLane waiting) {
    Lane lane = lanes.find(waiting.lane());
    if (lane == null || !lane.window.knowsOf(waiting.rows(), waiting.last())) {
      suspect(waiting.lane(), waiting.chat(), waiting.priority());
    }
  }

  /// There may be rows of this lane that were never offered.
  synchronized void suspect(String laneKey, String chat, Priority priority) {
    Lane lane = lanes.of(laneKey, chat, priority);
    if (lane != null) {
      unlist(lane);
      lane.window.suspectMore();
      enlist(lane);
      pump();
    }
  }

  synchronized void dropped(String laneKey, long id) {
    Lane lane = lanes.find(laneKey);
    if (lane != null) {
      unlist(lane);
      lane.window.remove(id);
      if (lane.window.first() == null) {
        retryBackoff.end(lane);
      }
      enlist(lane);
      pump();
    }
  }

  /// While this is false, everything that was said in the lane is durable with what became of it.
  synchronized boolean isUnderWay(String laneKey) {
    return lanes.isUnderWay(laneKey);
  }

  /// Likewise for all lanes of a chat.
  synchronized boolean isUnderWayIn(String chat) {
    return lanes.isUnderWayIn(chat);
  }

  synchronized int lanes() {
    return lanes.count();
  }

  synchronized int inMemory() {
    return leftOut.limit().held();
  }

  synchronized Backlog backlog() {
    Instant now = time.instant();
    long nanos = time.nanos();
    Instant oldest = now;
    long failing = 0;
    for (Lane lane : lanes.all()) {
      Delivery first = lane.window.oldest();
      oldest = first == null || first.owedAt().isAfter(oldest) ? oldest : first.owedAt();
      failing = Math.max(failing, lane.trying.elapsed(nanos));
    }
    return new Backlog(channel, Duration.between(oldest, now), Duration.ofNanos(failing));
  }

  private void unlist(Lane lane) {
    if (!lane.busy && lane.window.first() != null) {
      ready.remove(lane);
      lane.chat.parked.remove(lane);
    }
  }

  private void enlist(Lane lane) {
    if (lane.busy || stopped) {
      return;
    }
    lane.trying.pause(time.nanos());
    if (lane.window.mustLoad()) {
      lane.busy = true;
      int rows = lane.window.beginLoading();
      background.run(() -> courier.load(this, channel, lane, rows));
      return;
    }
    if (lane.window.first() == null) {
      lanes.remove(lane);
      if (leftOut.mayLook(lane.chat)) {
        background.after(BETWEEN_LOOKS, this::catchUp);
      }
      return;
    }
    ready.add(lane);
  }

  private void pump() {
    if (stopped) {
      return;
    }
    long now = time.nanos();
    Lane next;
    while (underWay < MOST_UNDER_WAY && (next = ready.nextFree()) != null) {
      goOrPark(next, ready.free(next), now);
    }
    while (underWay < MOST_UNDER_WAY && (next = ready.firstPaid()) != null) {
      long untilAccount = Math.max(sendingAccounts.own().account.untilRoomFor(ready.cost(next), now),
          accountBreaker.untilTry(next.key, now));
      if (untilAccount > 0) {
        plan(room, untilAccount, now, this::pump);
        return;
      }
      Delivery waitedLong = waitedLong(next.chat);
      if (waitedLong != null) {
        Lane before = lanes.find(waitedLong.lane());
        ready.removePaid(before);
        go(before, waitedLong, Priority.WORDS, now);
      } else {
        ready.removePaid(next);
        goOrPark(next, ready.paid(next), now);
      }
    }
  }

  /// What has waited longest of the less urgent, when it is its turn.
  private @Nullable Delivery waitedLong(Chat chat) {
    return chat.isThrifty() && chat.urgentInARow >= URGENT_IN_A_ROW
        ? ready.waitedLong(chat, time.instant().minus(LONG)) : null;
  }

  private void goOrPark(Lane lane, List<Delivery> candidates, long now) {
    for (Delivery delivery : candidates) {
      if (go(lane, delivery, Priority.values()[Math.min(lane.urgency(), delivery.priority().ordinal())], now)) {
        return;
      }
    }
  }

  /// Begins it if somebody who can make it has room for it; else the lane waits until somebody may.
  private boolean go(Lane lane, Delivery delivery, Priority urgency, long now) {
    if (sendingAccounts.mustKnowMaker(lane.chat, delivery)) {
      findMaker(lane, delivery);
      return true;
    }
    int cost = line.cost(delivery.call());
    SendingAccounts.Chance chance = sendingAccounts.chance(lane, delivery, urgency, cost, now);
    if (chance.sender() != null) {
      begin(lane, delivery, chance.sender(), cost, now);
      return true;
    }
    lane.chat.parked.add(lane);
    plan(lane.chat.opening, chance.nanos(), now, () -> {
      unpark(lane.chat);
      pump();
    });
    return false;
  }

  private void findMaker(Lane lane, Delivery delivery) {
    unlist(lane);
    lane.busy = true;
    lane.window.take(List.of(delivery));
    unsettled++;
    background.run(() -> courier.findMaker(this, lane, delivery));
  }

  private void plan(NextLook nextLook, long nanos, long now, Runnable look) {
    if (nanos == Long.MAX_VALUE || !nextLook.set(now + nanos)) {
      return;
    }
    background.after(Duration.ofNanos(nanos), () -> {
      synchronized (this) {
        nextLook.rang(now + nanos);
        look.run();
      }
    });
  }

  private void unpark(Chat chat) {
    List<Lane> waiting = new ArrayList<>(chat.parked);
    chat.parked.clear();
    for (Lane lane : waiting) {
      ready.remove(lane);
      enlist(lane);
    }
  }

  private void begin(Lane lane, Delivery delivery, SendingAccount sender, int cost, long now) {
    unlist(lane);
    lane.busy = true;
    lane.trying.start(now);
    Parcel parcel = lane.chat.isThrifty() && delivery.id().value() > lane.alone
        ? Joining.of(delivery, lane.window.rows(), time.instant()) : Parcel.of(delivery);
    lane.window.take(parcel.deliveries());
    unsettled++;
    underWay++;
    sender.account.begin(cost);
    lane.chat.begin(sender, cost, now);
    if (cost > 0) {
      lane.chat.urgentInARow = delivery.priority() == Priority.WORDS ? lane.chat.urgentInARow + 1 : 0;
      if (!sendingAccounts.isHelper(sender)) {
        accountBreaker.tries(lane.key, now);
        lane.chat.circuitBreaker.tries(lane.key, now);
      }
    }
    MadeCall made = new MadeCall(parcel, parcel.deliveries(), sender, sendingAccounts.isHelper(sender));
    background.run(() -> courier.carry(this, lane, made));
  }

  /// The call has ended, whatever came of it: its budget runs from now.
  synchronized void ended(Lane lane, Parcel parcel, SendingAccount sender) {
    int cost = line.cost(parcel.call());
    long now = time.nanos();
    sender.account.end(cost, now);
    lane.chat.end(sender, cost, now);
    underWay--;
    unpark(lane.chat);
    pump();
  }

  /// Does what follows from a call that was made. Each of these ways lets the lane go, once.
  void settle(Lane lane, MadeCall made, Settlement settlement) {
    switch (settlement) {
      case Settlement.Final(var outcome) -> courier.recorder().settled(made, outcome,
          () -> settled(lane, made, !(outcome instanceof Outcome.Refused refused && refused.why().isGivenUp())));
      case Settlement.Failed failed -> failed(lane, made, failed);
      case Settlement.NotMade _ -> again(lane, made, false);
      case Settlement.Throttled(var chat, var everywhere) ->
          throttled(lane, made.parcel(), made.sender(), chat, everywhere);
      case Settlement.Held(var waits) -> hold(lane, made.parcel(), waits);
      case Settlement.Moved(var to) -> courier.moved(made, to, () -> onceMore(lane));
      case Settlement.Apart _ -> apart(lane, made.parcel());
      case Settlement.StandIn(boolean cannotSpeak, var detail) -> {
        if (cannotSpeak && setAside(lane, made.sender(), HELPER_PAUSE)) {
          courier.tellOfHelper(made, lane, detail);
        }
        assign(lane, made.parcel(), sendingAccounts.own());
      }
    }
  }

  /// Counts it, and gives it up when that was enough.
  private void failed(Lane lane, MadeCall made, Settlement.Failed failed) {
    Instant now = time.instant();
    boolean alone = isAlone(lane, made);
    MadeCall counted = made.with(delivery -> delivery.failed(
        delivery.failures().and(failed.why(), failed.mayHaveArrived(), alone, now)));
    Delivery first = counted.first();
    Refusal end = first.failures().end(first.call(), now);
    if (end == null) {
      log.warn("{}: delivery {} got no answer ({}), is tried again", channel.label(), first.id().value(), failed.why());
      courier.recorder().failed(counted.deliveries(), () -> again(lane, counted, alone));
    } else {
      log.error("{}: delivery {} is given up: {}", channel.label(), first.id().value(), first.failures().told());
      courier.recorder().settled(counted, Outcome.Refused.because(end, first.failures().told()),
          () -> settled(lane, counted, false));
    }
  }

  /// Whether others were answered since this lane failed last.
  private synchronized boolean isAlone(Lane lane, MadeCall made) {
    boolean alone = answers.cameSince(lane.answers, made.first().call());
    lane.answers = answers.count();
    return alone;
  }

  /// It is made by that account, as soon as it may.
  synchronized void assign(Lane lane, Parcel parcel, SendingAccount sender) {
    lane.window.putBack();
    parcel.deliveries().forEach(delivery -> lane.window.replace(delivery.by(sender.id())));
    goesOn(lane);
  }

  /// It is made again at once.
  private synchronized void onceMore(Lane lane) {
    lane.window.putBack();
    goesOn(lane);
  }

  /// Together they were refused: each is told alone.
  private synchronized void apart(Lane lane, Parcel parcel) {
    lane.window.putBack();
    lane.alone = parcel.deliveries().getLast().id().value();
    goesOn(lane);
  }

  private void goesOn(Lane lane) {
    lane.trying.reset();
    lane.busy = false;
    enlist(lane);
    unpark(lane.chat);
    pump();
    oneLessUnsettled();
  }

  /// A helper can't speak in this chat for now. False when that was known.
  private synchronized boolean setAside(Lane lane, SendingAccount sender, Duration pause) {
    long now = time.nanos();
    boolean news = !lane.chat.isAside(sender, now);
    lane.chat.setAside(sender, now + pause.toNanos());
    return news;
  }

  /// What became of the first delivery is durable.
  ///
  /// @param answered whether the messenger said it
  private synchronized void settled(Lane lane, MadeCall made, boolean answered) {
    lane.failures = 0;
    lane.answers = null;
    lane.trying.reset();
    lane.window.done();
    lane.busy = false;
    enlist(lane);
    if (answered) {
      answers.came(made.first().call());
      wakeResting();
      if (line.cost(made.parcel().call()) > 0 && !made.byHelper()) {
        accountBreaker.passed(lane.key);
        if (lane.chat.circuitBreaker.passed(lane.key)) {
          unpark(lane.chat);
        }
      }
    }
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

  /// It must be made once more, after a pause. Whoever fails while others are answered isn't woken by their answers.
  private synchronized void again(Lane lane, MadeCall made, boolean alone) {
    Duration pause = SHORTEST_REST.multipliedBy(1L << Math.min(lane.failures, 5));
    boolean opening = LaneName.isOpening(lane.key);
    lane.failures++;
    lane.window.putBack();
    made.deliveries().forEach(lane.window::replace);
    rest(lane, opening ? ECHO_WAIT : pause.compareTo(LONGEST_REST) < 0 ? pause : LONGEST_REST, alone || opening);
  }

  private void rest(Lane lane, Duration pause, boolean toTheEnd) {
    RetryBackoff.Rest rest = retryBackoff.begin(lane, toTheEnd, time.nanos());
    background.after(pause, () -> wake(lane, rest));
    oneLessUnsettled();
  }

  /// The messenger asked an account to be quiet in a chat.
  private synchronized void throttled(Lane lane, Parcel parcel, SendingAccount sender, Duration chat, Duration whole) {
    long now = time.nanos();
    int cost = line.cost(parcel.call());
    lane.chat.refused(sender, cost, now + chat.toNanos(), now);
    if (cost > 0) {
      sender.account.closeUntil(now + whole.toNanos());
    }
    lane.window.putBack();
    goesOn(lane);
  }

  /// How the groups with limits fare.
  synchronized List<GroupLoad> loads() {
    return channelGroupLoads.all();
  }

  synchronized GroupLoad load(String chatId) {
    return channelGroupLoads.of(chats.of(chatId));
  }

  synchronized List<GroupLoad> changes() {
    return channelGroupLoads.changes();
  }

  /// It would be refused until somebody mends something; so would others. What costs nothing rests alone.
  private synchronized void hold(Lane lane, Parcel parcel, RecoverableFailures.Waits waits) {
    if (line.cost(parcel.call()) == 0) {
      lane.trying.reset();
      lane.window.putBack();
      rest(lane, REFUSED_REST, true);
      return;
    }
    (waits.everywhere() ? accountBreaker : lane.chat.circuitBreaker).begin(waits.scope(), time.nanos());
    onceMore(lane);
  }

  /// Something was mended: what waits for that tries now.
  synchronized void mended() {
    long now = time.nanos();
    accountBreaker.tryNow(now);
    for (Chat chat : chats.all()) {
      chat.circuitBreaker.tryNow(now);
      unpark(chat);
    }
    retryBackoff.mended(now);
    wakeResting();
    pump();
  }

  private synchronized void wake(Lane lane, RetryBackoff.Rest rest) {
    if (retryBackoff.end(lane, rest)) {
      enlist(lane);
      pump();
    }
  }

  private void wakeResting() {
    retryBackoff.cutShort(time.nanos()).forEach(this::enlist);
  }
}
