package playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The playground as a program of its own.
public final class Main {
  private static final int WRONG = 2;
  private static final String USAGE =
      "playground [--port 8081] [--data FILE] [--seed FILE]   (or PLAYGROUND_PORT, PLAYGROUND_DATA, PLAYGROUND_SEED)";

  private Main() {}

  public static void main(String[] arguments) {
    try {
      var given = given(arguments);
      int port = Integer.parseInt(given.getOrDefault("port", "8081"));
      var data = given.containsKey("data") ? Path.of(given.get("data")) : null;
      var playground = open(Options.defaults().limits(true).port(port).dataFile(data), given.get("seed"));
      Runtime.getRuntime().addShutdownHook(new Thread(playground::close));
      System.out.println("Playground: " + playground.apiUrl() + "/");
    } catch (Seed.Refused | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(USAGE);
      System.exit(WRONG);
    }
  }

  /// A kept world goes on as it was, and gets what is new in the seed.
  private static Playground open(Options options, String seed) {
    var playground = Playground.start(options);
    try {
      Seed.sow(playground, seed == null ? bundled() : Files.readAllBytes(Path.of(seed)));
      return playground;
    } catch (IOException e) {
      playground.close();
      throw new IllegalArgumentException("can't read the seed " + seed, e);
    } catch (Seed.Refused e) {
      playground.close();
      throw e;
    }
  }

  private static Map<String, String> given(String[] arguments) {
    var given = new HashMap<String, String>();
    for (var name : new String[] {"port", "data", "seed"}) {
      var value = System.getenv("PLAYGROUND_" + name.toUpperCase(Locale.ROOT));
      if (value != null && !value.isBlank()) given.put(name, value);
    }
    for (int i = 0; i < arguments.length; i += 2) {
      boolean known = arguments[i].matches("--(port|data|seed)");
      if (!known || i + 1 == arguments.length) throw new IllegalArgumentException("unexpected: " + arguments[i]);
      given.put(arguments[i].substring(2), arguments[i + 1]);
    }
    return given;
  }

  static void sowBundled(Playground playground) {
    Seed.sow(playground, bundled());
  }

  private static byte[] bundled() {
    try (var stream = Main.class.getResourceAsStream("/seed.json")) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
