package bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The product's HTTP client and nothing else, as many calls at a time as the product makes.
final class RawCalls {
  static final String NAME = "raw-calls";

  private static final int AT_A_TIME = 200;
  private static final int ROUNDS = 6;

  private RawCalls() {}

  /// @param perSecond the quickest round
  /// @param cpu       milliseconds of processor time of the calling process for a call, over the last three rounds
  record Result(long perSecond, double cpu) {
    static Result read(String said) {
      String[] parts = said.strip().split(" ");
      return new Result(Long.parseLong(parts[0]), Double.parseDouble(parts[1]));
    }
  }

  static void run(String... arguments) throws Exception {
    URI uri = URI.create(arguments[0] + "/bot" + arguments[1] + "/sendMessage");
    String body = "{\"chat_id\":" + arguments[2] + ",\"message_thread_id\":" + arguments[3]
        + ",\"text\":\"raw The report does not open, and the page says to try again later.\"}";
    int calls = Integer.parseInt(arguments[4]);
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    HttpRequest request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body)).build();
    long best = Long.MAX_VALUE;
    long cpuBefore = 0;
    for (int round = 0; round < ROUNDS; round++) {
      if (round == ROUNDS / 2) {
        cpuBefore = cpuMillis();
      }
      best = Math.min(best, round(client, request, calls));
    }
    double cpu = (cpuMillis() - cpuBefore) / (double) (calls * (ROUNDS - ROUNDS / 2));
    System.out.println(calls * 1_000_000_000L / best + " " + cpu);
    System.exit(0);
  }

  private static long round(HttpClient client, HttpRequest request, int calls) throws InterruptedException {
    AtomicInteger left = new AtomicInteger(calls);
    CountDownLatch ended = new CountDownLatch(AT_A_TIME);
    long begin = System.nanoTime();
    for (int i = 0; i < AT_A_TIME; i++) {
      Thread.ofVirtual().start(() -> {
        try {
          while (left.getAndDecrement() > 0) {
            client.sendAsync(request, BodyHandlers.ofByteArray()).get();
          }
        } catch (Exception e) {
          e.printStackTrace();
        } finally {
          ended.countDown();
        }
      });
    }
    ended.await();
    return System.nanoTime() - begin;
  }

  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }
}
