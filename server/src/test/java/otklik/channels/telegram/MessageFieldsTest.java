package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import otklik.channels.Incoming;
import tools.jackson.databind.json.JsonMapper;

/// For every field of a message it was decided what becomes of it: `docs/message-fields.md` says what, and this says that
/// it is so.
class MessageFieldsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([a-z ]+) \\| (.+) \\|$");
  private static final Set<String> DECISIONS = Set.of("shown", "named", "left out", "service", "topic", "moved", "frame");
  private static final JsonMapper JSON = JsonMapper.shared();

  private static Map<String, String> decided() throws IOException {
    Map<String, String> decided = new LinkedHashMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("../docs/message-fields.md")));
    while (row.find()) {
      assertThat(row.group(2)).as(row.group(1)).isIn(DECISIONS);
      assertThat(decided.put(row.group(1), row.group(2))).as(row.group(1)).isNull();
    }
    return decided;
  }

  private static Incoming said(String field) {
    return new IncomingMessages("1").said(JSON.readTree("""
        {"message_id":5,"date":1,"chat":{"id":-7,"type":"supergroup","title":"x"},
        "from":{"id":9,"is_bot":false,"first_name":"Olena"},"%s":{"id":1}}
        """.formatted(field)));
  }

  @Test
  void what_happened_in_a_chat_is_nothing_that_anybody_said() throws IOException {
    decided().forEach((field, decision) -> {
      if (decision.equals("service")) {
        assertThat(said(field)).as(field).isInstanceOf(Incoming.Ignored.class);
      }
    });
  }

  @Test
  void what_cannot_be_carried_over_is_named() throws IOException {
    decided().forEach((field, decision) -> {
      if (decision.equals("named")) {
        assertThat(said(field)).as(field).isInstanceOfSatisfying(Incoming.Said.class,
            said -> assertThat(said.content().type()).isEqualTo("unsupported"));
      }
    });
  }

  /// The list of fields isn't a part of this repository: the folder is named by `otklik.samples`.
  @Test
  void every_field_of_a_message_is_decided() throws IOException {
    String samples = System.getProperty("otklik.samples");
    Assumptions.assumeTrue(samples != null && !samples.isEmpty(), "no samples are given");
    Set<String> fields = JSON.readTree(Files.readString(Path.of(samples, "telegram", "bot-api-10.1.json")))
        .path("types").path("Message").path("fields").valueStream().map(field -> field.path("name").asString(""))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(fields).isNotEmpty();
    assertThat(decided().keySet()).containsExactlyInAnyOrderElementsOf(fields);
  }
}
