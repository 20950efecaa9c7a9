package bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import playground.Message;

/// Messages that all conversations of a desk write in turn, one way, each found once and in order on the other side.
final class Burst {
  private static final Duration PATIENCE = Duration.ofSeconds(300);

  private final Desk desk;
  private final Way way;
  private final String tag;
  private final int messages;

  Burst(Desk desk, Way way, String tag, int messages) {
    this.desk = desk;
    this.way = way;
    this.tag = tag;
    this.messages = messages;
  }

  /// As fast as they can. Returns nanoseconds from the first written message to the answer of the last copy's call;
  /// when it returns, the marks were made too.
  long run() throws InterruptedException, IOException {
    CountDownLatch copied = new CountDownLatch(messages);
    CountDownLatch marked = new CountDownLatch(way == Way.TO_PEOPLE ? messages : 0);
    AtomicLong last = new AtomicLong();
    desk.playground.listen(call -> {
      if (way.isCopy(call, tag)) {
        last.accumulateAndGet(call.completed(), Math::max);
        copied.countDown();
      } else if (way.isMark(call)) {
        marked.countDown();
      }
    });
    long begin = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      desk.writes(way, i, text(tag, i));
    }
    await(copied);
    await(marked);
    desk.playground.listen(null);
    check();
    return last.get() - begin;
  }

  /// One after another at a steady pace. Returns the nanoseconds that each needed from being written to the arrival of
  /// its call.
  long[] steady(Duration pause) throws InterruptedException, IOException {
    CountDownLatch copied = new CountDownLatch(messages);
    AtomicLongArray arrivals = new AtomicLongArray(messages);
    desk.playground.listen(call -> {
      if (way.isCopy(call, tag)) {
        arrivals.set(number(call.params().path("text").stringValue("")), call.arrived());
        copied.countDown();
      }
    });
    long[] needed = new long[messages];
    long next = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      while (System.nanoTime() < next) {
        TimeUnit.NANOSECONDS.sleep(Math.max(1, next - System.nanoTime()));
      }
      needed[i] = -System.nanoTime();
      desk.writes(way, i, text(tag, i));
      next += pause.toNanos();
    }
    await(copied);
    desk.playground.listen(null);
    check();
    for (int i = 0; i < messages; i++) {
      needed[i] += arrivals.get(i);
    }
    return needed;
  }

  private static void await(CountDownLatch latch) throws InterruptedException, IOException {
    if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IOException(latch.getCount() + " messages or marks are missing after " + PATIENCE.toSeconds() + " s");
    }
  }

  static String text(String tag, int number) {
    return tag + " " + number + " The report does not open, and the page says to try again later.";
  }

  private static int number(String text) {
    return Integer.parseInt(text.split(" ", 3)[1]);
  }

  private void check() throws IOException {
    List<List<Integer>> arrived = arrived();
    int writers = Math.min(Desk.PEOPLE, messages);
    if (arrived.size() != writers) {
      throw new IOException("the messages of " + writers + " conversations are in " + arrived.size());
    }
    for (List<Integer> numbers : arrived) {
      int writer = numbers.getFirst();
      List<Integer> wanted = new ArrayList<>();
      for (int number = writer; number < messages; number += Desk.PEOPLE) {
        wanted.add(number);
      }
      if (writer >= Desk.PEOPLE || !numbers.equals(wanted)) {
        throw new IOException("a conversation should hold " + wanted + " and holds " + numbers);
      }
    }
  }

  /// The numbers in each conversation that has any, in the order in which they stand there.
  List<List<Integer>> arrived() {
    return desk.copies(way).stream()
        .map(copies -> copies.stream().map(Message::text).filter(text -> text.startsWith(tag + " "))
            .map(Burst::number).toList())
        .filter(numbers -> !numbers.isEmpty())
        .toList();
  }
}
