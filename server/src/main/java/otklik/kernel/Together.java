package otklik.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// The same with each of many at the same time, where each may have to wait.
///
/// Never with parallel streams: those wait in the pool that the whole JVM shares, and the HTTP client hands over each
/// answer there (JDK 25, HttpClientImpl.ASYNC_POOL). Whoever waits for answers in it, waits until they are given up.
public final class Together {
  private Together() {}

  /// Returns when all is done.
  ///
  /// @throws RuntimeException what the first threw that failed, after all have ended
  public static <T> void each(Collection<T> all, Consumer<? super T> action) {
    List<Future<?>> done = new ArrayList<>(all.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all.forEach(one -> done.add(threads.submit(() -> action.accept(one))));
    }
    for (Future<?> one : done) {
      if (one.state() == Future.State.FAILED) {
        throw one.exceptionNow() instanceof RuntimeException failed ? failed
            : new IllegalStateException(one.exceptionNow());
      }
    }
  }
}
