package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playground.Options;
import playground.Playground;

/// Commands as somebody types them: their answer and nothing else.
@Tag("slow")
@Tag("program")
class TerminalTest {
  @TempDir Path folder;

  private record Typed(int code, List<String> lines) {}

  private Typed type(String command, String api) throws IOException, InterruptedException {
    Path output = folder.resolve(command + ".out");
    ProcessBuilder program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "otklik.Otklik", command)
        .redirectErrorStream(true).redirectOutput(output.toFile());
    program.environment().keySet().removeIf(name -> name.startsWith("DB_") || name.startsWith("JAVA_TOOL"));
    program.environment().put("BOT_TOKEN", "8000001:TESTTESTTESTTESTTESTTESTTESTTESTTES");
    program.environment().put("SUPPORT_CHAT_ID", "-1009000000001");
    program.environment().put("OPERATORS", "5001");
    program.environment().put("CONFIG", empty().toString());
    program.environment().put("DB_PATH", folder.resolve("data.sqlite").toString());
    program.environment().put("TELEGRAM_API_URL", api);
    int code = program.start().waitFor();
    return new Typed(code, Files.readAllLines(output, StandardCharsets.UTF_8));
  }

  private Path empty() throws IOException {
    return Files.writeString(folder.resolve("otklik.yaml"), "language: en\n");
  }

  @Test
  void each_command_says_what_was_asked_and_ends_with_its_code() throws Exception {
    assertThat(type("aside", "http://127.0.0.1:1")).isEqualTo(new Typed(0, List.of("Set aside: updates 0, timers 0, deliveries 0.")));
    Typed ill = type("doctor", "http://127.0.0.1:1");
    assertThat(ill.code()).isEqualTo(1);
    assertThat(ill.lines()).allMatch(line -> line.startsWith("✓ ") || line.startsWith("✗ ")
        || line.equals("1 line with ✗ to mend."));
    try (Playground playground = Playground.start(Options.defaults())) {
      playground.forum(-1_009_000_000_001L, "Desk").add(playground.user(5001, "Marek", null, null, null))
          .promote(playground.bot("8000001:TESTTESTTESTTESTTESTTESTTESTTESTTES", "desk_bot"));
      Typed healthy = type("doctor", playground.apiUrl());
      assertThat(healthy.code()).as(healthy.lines().toString()).isZero();
      assertThat(healthy.lines()).last().isEqualTo("Everything is fine.");
    }
    assertThat(type("docto", "http://127.0.0.1:1").code()).isEqualTo(2);
  }
}
