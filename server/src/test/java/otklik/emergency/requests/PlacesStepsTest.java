package otklik.emergency.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.emergency.asking.Undirected;
import otklik.emergency.membership.ChatCity;
import otklik.kernel.MessageId;
import otklik.storage.Json;

/// People are in the middle of these steps while the program is replaced.
class PlacesStepsTest {
  private record Sample(String tag, String json, EmergencyStep step) {}

  private static final List<MessageId> WRITTEN = List.of(new MessageId(5));

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample("emergency.city.v1", """
            {"wish":"join","written":[{"value":5}]}""", new EmergencyStep.NamingCity("join", WRITTEN)),
        new Sample("emergency.offered.v1", """
            {"written":[{"value":5}],"shown":1790000000000000}""",
            new EmergencyStep.Offered(WRITTEN, 1_790_000_000_000_000L)),
        new Sample("emergency.hours.v1", "{}", new EmergencyStep.NamingHours()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void steps_are_read_and_written_as_they_always_were(Sample sample) {
    assertThat(sample.step().tag()).isEqualTo(sample.tag());
    assertThat(Json.read(sample.json(), sample.step().getClass())).isEqualTo(sample.step());
    assertThat(Json.read(Json.write(sample.step()), Object.class)).isEqualTo(Json.read(sample.json(), Object.class));
  }

  @Test
  void what_waits_to_be_said_to_whom_it_goes_is_read_as_it_always_was() {
    String json = """
        {"written":[{"value":5}],"shown":1790000000000000}""";
    Undirected waiting = new Undirected(WRITTEN, 1_790_000_000_000_000L);
    assertThat(waiting.tag()).isEqualTo("emergency.undirected.v1");
    assertThat(Json.read(json, Undirected.class)).isEqualTo(waiting);
    assertThat(Json.read(Json.write(waiting), Object.class)).isEqualTo(Json.read(json, Object.class));
  }

  @Test
  void who_names_a_city_in_a_chat_is_remembered_while_the_messenger_is_asked() {
    String json = """
        {"press":null,"message":"12","city":"в Батуми"}""";
    var naming = new ChatCity.Naming(null, "12", "в Батуми");
    assertThat(Json.read(json, ChatCity.Naming.class)).isEqualTo(naming);
    assertThat(Json.read(Json.write(naming), Object.class)).isEqualTo(Json.read(json, Object.class));
  }
}
