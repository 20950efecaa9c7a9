package otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import otklik.channels.Incoming;
import otklik.channels.Received;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// No JSON object makes reading fail: neither a real one nor a real one with anything in any place.
class AnyJsonTest {
  private static final String WHOLE =
      """
      {"update_id":1,"message":{"message_id":9,"message_thread_id":4,"is_topic_message":true,"date":1790000000,
       "from":{"id":5,"is_bot":false,"first_name":"O","last_name":"K","language_code":"uk"},
       "sender_chat":{"id":-7,"title":"T"},"chat":{"id":5,"type":"private"},"media_group_id":"7",
       "reply_to_message":{"message_id":8,"chat":{"id":5}},
       "caption":"c","caption_entities":[{"type":"pre","offset":0,"length":1,"language":"x"}],
       "entities":[{"type":"text_mention","offset":0,"length":1,"user":{"id":1}}],
       "photo":[{"file_id":"a","width":1,"height":2,"file_size":3}],"document":{"file_id":"b","file_size":3},
       "venue":{"location":{"latitude":1,"longitude":2},"title":"t","address":"a"},
       "location":{"latitude":1,"longitude":2,"horizontal_accuracy":3,"live_period":4},
       "contact":{"phone_number":"1","first_name":"f","user_id":5},
       "poll":{"question":"q","options":[{"text":"o"}]},"dice":{"emoji":"e","value":1},
       "forum_topic_created":{"name":"n"},"forum_topic_edited":{"name":"n"},"migrate_to_chat_id":-1,
       "message":{"message_id":1,"chat":{"id":-5}},"id":"3","data":"d","user":{"id":5},"actor_chat":{"id":-5},
       "new_reaction":[{"type":"emoji","emoji":"e"}],"new_chat_member":{"status":"member","is_member":true}}}
      """;
  private static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "message_reaction", "my_chat_member", "poll", "other");
  private static final List<JsonNode> ANYTHING =
      Stream.of("null", "true", "-1", "1e400", "9223372036854775808", "1.5", "\"\"", "\"\\ud83d\"", "[]", "[[7]]", "{}", "{\"id\":[]}")
          .map(JsonFields.MAPPER::readTree)
          .toList();

  private final Updates updates = new Updates("42");
  private final Random random = new Random(20261120);

  @Test
  void anything_in_any_place_can_be_read() {
    for (int round = 0; round < 20_000; round++) {
      ObjectNode whole = (ObjectNode) JsonFields.MAPPER.readTree(WHOLE);
      ObjectNode update = JsonNodeFactory.instance.objectNode().put("update_id", 1);
      update.set(KINDS.get(round % KINDS.size()), whole.get("message"));
      for (int spoil = random.nextInt(12); spoil >= 0; spoil--) {
        spoil(update);
      }
      Incoming incoming = updates.incoming(update);
      assertThat(ConversationKeys.of(incoming, update)).as(() -> update.toString()).isNotEmpty();
    }
  }

  /// Goes down at random and removes or replaces what is there.
  private void spoil(JsonNode node) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      String field = List.copyOf(object.propertyNames()).get(random.nextInt(object.size()));
      if (object.get(field).isContainer() && random.nextInt(4) > 0) {
        spoil(object.get(field));
      } else if (random.nextBoolean()) {
        object.remove(field);
      } else {
        object.set(field, anything());
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      array.set(random.nextInt(array.size()), anything());
    }
  }

  private JsonNode anything() {
    return ANYTHING.get(random.nextInt(ANYTHING.size()));
  }

  /// Samples of others, which aren't a part of this repository: the folder is named by `otklik.samples`.
  @TestFactory
  Stream<DynamicTest> every_sample_can_be_read() throws IOException {
    String samples = System.getProperty("otklik.samples");
    if (samples == null) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(Path.of(samples, "telegram", "updates"))) {
      List<Path> updates = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      return updates.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private static final Set<String> OF_TOMORROW =
      Set.of("new_update_kind", "subscription", "message with brand_new_service_event_2027", "message with unknown_scalar");

  private void check(Path file) throws IOException {
    JsonNode update = JsonFields.MAPPER.readTree(Files.readString(file));
    Received received = updates.received(update.toString());
    assertThat(received).isNotNull();
    assertThat(received.incoming()).isEqualTo(updates.incoming(update));
    if (received.incoming() instanceof Incoming.NotUnderstood(String kind)) {
      assertThat(kind).isIn(OF_TOMORROW);
    }
  }
}
