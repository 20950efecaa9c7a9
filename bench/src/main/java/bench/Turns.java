package bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import playground.Call;

/// Talk: in every conversation each side answers as soon as it is written to, so that each message changes whose turn
/// it is, and with it the ticket's clocks and card.
final class Turns {
  private static final Duration PATIENCE = Duration.ofSeconds(300);
  private static final int NOT_OURS = -1;

  private final Desk desk;
  private final String tag;
  private final int turns;
  private final CountDownLatch ended = new CountDownLatch(Desk.PEOPLE);
  private final AtomicInteger calls = new AtomicInteger();

  /// @param turns of each conversation
  Turns(Desk desk, String tag, int turns) {
    this.desk = desk;
    this.tag = tag;
    this.turns = turns;
  }

  /// @param nanos until the last of them has arrived
  /// @param calls that were made meanwhile, of every kind
  record Result(long nanos, int calls) {}

  Result run() throws InterruptedException, IOException {
    try (ExecutorService hands = Executors.newSingleThreadExecutor()) {
      desk.playground.listen(call -> {
        if (call.status() == 200 && !call.method().equals("getupdates")) {
          calls.incrementAndGet();
          int message = message(call);
          if (message != NOT_OURS) {
            hands.execute(() -> goOn(message / turns, message % turns + 1));
          }
        }
      });
      long begin = System.nanoTime();
      for (int conversation = 0; conversation < Desk.PEOPLE; conversation++) {
        int first = conversation;
        hands.execute(() -> goOn(first, 0));
      }
      if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException(ended.getCount() + " conversations came to no end");
      }
      long nanos = System.nanoTime() - begin;
      desk.playground.listen(null);
      return new Result(nanos, calls.get());
    }
  }

  private void goOn(int conversation, int turn) {
    if (turn == turns) {
      ended.countDown();
      return;
    }
    desk.writes(turn % 2 == 0 ? Way.TO_TOPICS : Way.TO_PEOPLE, conversation,
        Burst.text(tag, conversation * turns + turn));
  }

  private int message(Call call) {
    String text = call.params().path("text").stringValue("");
    return call.method().equals("sendmessage") && text.startsWith(tag + " ")
        ? Integer.parseInt(text.split(" ", 3)[1]) : NOT_OURS;
  }
}
