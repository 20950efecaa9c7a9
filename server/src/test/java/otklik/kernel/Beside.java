package otklik.kernel;

import java.util.concurrent.CompletableFuture;

/// What a test does while it goes on with something else: on a thread of its own, because the program's HTTP client
/// needs the pool that would be taken otherwise ([Together]).
public final class Beside {
  private Beside() {}

  public static CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work, run -> Thread.ofVirtual().start(run));
  }
}
