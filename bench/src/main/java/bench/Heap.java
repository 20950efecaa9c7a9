package bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/// What a server's own metrics say of its heap, in MiB.
record Heap(double used, double most) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Heap of(int port) throws IOException, InterruptedException {
    String metrics = get(port, "/metrics").body();
    return new Heap(sum(metrics, "jvm_memory_used_bytes{area=\"heap\"") / (1 << 20),
        sum(metrics, "jvm_memory_max_bytes{area=\"heap\"") / (1 << 20));
  }

  static boolean isReady(int port) throws InterruptedException {
    try {
      return get(port, "/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Collects everything that nobody needs.
  static void collect(long pid) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }

  private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE).build(),
          BodyHandlers.ofString());
    }
  }

  private static double sum(String metrics, String name) {
    return metrics.lines().filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
  }
}
