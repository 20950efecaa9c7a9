package otklik.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WriterTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final AtomicLong time = new AtomicLong();

  @Test
  void nobody_waits_for_a_commit_until_everybody_else_is_done() throws InterruptedException {
    AtomicInteger ran = new AtomicInteger();
    List<Integer> ranAtTheCommits = new CopyOnWriteArrayList<>();
    try (Writer writer = new Writer(TestDatabases.SQLITE.ready(), SqlListener.NONE,
        new TimeLimit(LONG, LONG, time::get),
        InstantSource.system())) {
      CountDownLatch busy = new CountDownLatch(1);
      CountDownLatch free = new CountDownLatch(1);
      CompletableFuture<Void> first = writer.enqueue(tx -> {
        busy.countDown();
        free.await();
        return null;
      }, false);
      busy.await(); // what comes now waits together for the next commit
      List<CompletableFuture<Void>> waiting = IntStream.range(0, 5).mapToObj(number -> writer.<Void>enqueue(tx -> {
        time.addAndGet(Duration.ofMillis(3).toNanos());
        ran.incrementAndGet();
        tx.afterCommit(() -> ranAtTheCommits.add(ran.get()));
        return null;
      }, false)).toList();
      free.countDown();
      Stream.concat(Stream.of(first), waiting.stream()).forEach(CompletableFuture::join);
    }
    assertThat(ranAtTheCommits).containsExactly(2, 2, 4, 4, 5);
  }
}
