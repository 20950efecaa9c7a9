package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ErrorMappingTest {
  private record Case(int code, String description, String parameters, String chat, String expected) {}

  @TestFactory
  Stream<DynamicTest> every_known_error_has_its_meaning() throws IOException {
    return cases()
        .map(
            known ->
                dynamicTest(
                    known.code() + " " + known.description() + " (" + known.chat() + ")",
                    () -> assertThat(told(outcome(known))).isEqualTo(known.expected())));
  }

  /// Errors collected by others, which aren't a part of this repository: the folder is named by `otklik.samples`.
  @TestFactory
  Stream<DynamicTest> every_collected_error_is_classified() throws IOException {
    String samples = System.getProperty("otklik.samples");
    if (samples == null) {
      return Stream.empty();
    }
    JsonNode errors = JsonFields.MAPPER.readTree(Files.readString(Path.of(samples, "telegram", "responses",
        "errors.json")));
    return errors.values().stream()
        .map(error -> dynamicTest(error.path("body").path("description").asString(), () -> check(error)));
  }

  private static void check(JsonNode error) {
    String told = told(outcome(error.path("body"), error.path("http_status").asInt(), true));
    boolean bug = error.path("suggested_action").asString("").contains("bug");
    boolean success = error.path("suggested_action").asString("").contains("success");
    assertThat(told.equals("sent")).isEqualTo(success);
    if (bug && !told.equals("BAD_FILE")) {
      assertThat(told).isEqualTo("NOT_ACCEPTED");
    }
  }

  private static Outcome outcome(Case known) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("ok", false);
    body.put("error_code", known.code()).put("description", known.description());
    if (!known.parameters().isEmpty()) {
      body.set("parameters", JsonFields.MAPPER.readTree(known.parameters()));
    }
    return outcome(body, known.code(), known.chat().equals("group"));
  }

  private static Outcome outcome(JsonNode body, int status, boolean group) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return ErrorMapping.of((BotApiAnswer.Failed) BotApiAnswer.of(new Reply.Answered(status, bytes, null)), group);
  }

  private static String told(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent _ -> "sent";
      case Outcome.Answered _ -> "answered";
      case Outcome.Later(var after) -> "later " + after.toSeconds();
      case Outcome.Down _ -> "down";
      case Outcome.Unknown _ -> "unknown";
      case Outcome.Refused(Refusal why, String _, String movedTo) -> movedTo == null ? why.name() : why + " " + movedTo;
    };
  }

  private static Stream<Case> cases() throws IOException {
    try (InputStream table = ErrorMappingTest.class.getResourceAsStream("/telegram/errors.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
          .map(cells -> new Case(Integer.parseInt(cells.get(0)), cells.get(1), cells.get(2), cells.get(3), cells.get(4)));
    }
  }
}
