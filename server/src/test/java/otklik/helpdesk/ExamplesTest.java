package otklik.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.workspaces.Configuration;

class ExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  static Stream<String> examples() throws IOException {
    try (var files = Files.list(EXAMPLES)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_example_works(String file) {
    var environment =
        Map.of("CONFIG", file, "BOT_TOKEN", "1:a", "SUPPORT_CHAT_ID", "-1001", "OPERATORS", "7,8",
            "COORDINATORS_CHAT_ID", "-1002", "COORDINATORS", "7,8");

    assertThat(Configuration.load(EXAMPLES, environment).workspaces()).isNotEmpty();
  }
}
