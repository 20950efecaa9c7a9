package otklik.helpdesk.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.channels.Content;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.helpdesk.answers.LaterAnswer;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.storage.Json;

/// People are in the middle of these forms while the program is replaced.
class StoredStepsTest {
  private record Sample(String tag, String json, DeskStep step) {}

  private static final List<MessageId> WRITTEN = List.of(new MessageId(5));
  private static final List<Sample> SAMPLES = List.of(
      new Sample("helpdesk.code.v1", """
          {"written":[{"value":5}]}""", new DeskStep.AwaitingCode(WRITTEN)),
      new Sample("helpdesk.category.v1", """
          {"written":[{"value":5}]}""", new DeskStep.ChoosingCategory(WRITTEN)),
      new Sample("helpdesk.urgency.v1", """
          {"category":"H","written":[{"value":5}]}""", new DeskStep.HowUrgent("H", WRITTEN)),
      new Sample("helpdesk.description.v1", """
          {"category":"H","blocking":"A","written":[{"value":5}]}""",
          new DeskStep.Describing("H", WorkImpact.A, WRITTEN)),
      new Sample("helpdesk.attachments.v1", """
          {"category":"B","blocking":null,"written":[{"value":5}]}""",
          new DeskStep.Attaching("B", null, WRITTEN)),
      new Sample("helpdesk.comment.v1", """
          {"ticket":{"value":9}}""", new DeskStep.Commenting(new TicketId(9))),
      new Sample("helpdesk.returning.v1", """
          {"ticket":{"value":9},"written":[{"value":5}]}""", new DeskStep.Returning(new TicketId(9), WRITTEN)),
      new Sample("helpdesk.company.v1", """
          {"written":[{"value":5}]}""", new DeskStep.NamingCompany(WRITTEN)),
      new Sample("helpdesk.contact.v1", """
          {"company":"Acme","written":[{"value":5}]}""", new DeskStep.GivingContact("Acme", WRITTEN)),
      new Sample("helpdesk.trouble.v1", """
          {"company":"Acme","contact":null,"written":[{"value":5}]}""",
          new DeskStep.TellingTrouble("Acme", null, WRITTEN)));

  static Stream<Sample> samples() {
    return SAMPLES.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void steps_are_read_and_written_as_they_always_were(Sample sample) {
    assertThat(sample.step().tag()).isEqualTo(sample.tag());
    assertThat(Json.read(sample.json(), sample.step().getClass())).isEqualTo(sample.step());
    assertThat(Json.read(Json.write(sample.step()), Object.class)).isEqualTo(Json.read(sample.json(), Object.class));
  }

  @Test
  void answers_that_wait_for_their_time_are_read_and_written_as_they_always_were() {
    String json = """
        {"place":{"chat":"-5","topic":"9"},"message":{"chat":"-5","id":"12"},"replyTo":null,\
        "text":{"content":"text","text":"Hi","spans":[]},"quote":null}""";
    String beforeQuotes = """
        {"place":{"chat":"-5","topic":"9"},"message":{"chat":"-5","id":"12"},"replyTo":null,\
        "text":{"content":"text","text":"Hi","spans":[]}}""";
    var words =
        new LaterAnswer.Words(new Place("-5", "9"), new MessageRef("-5", "12"), null, Content.Text.of("Hi"), null);
    assertThat(Json.read(json, LaterAnswer.Words.class)).isEqualTo(words);
    assertThat(Json.read(beforeQuotes, LaterAnswer.Words.class)).isEqualTo(words);
    assertThat(Json.read(Json.write(words), Object.class)).isEqualTo(Json.read(json, Object.class));
  }

  @Test
  void every_step_has_its_sample() {
    assertThat(SAMPLES).<Class<?>>extracting(sample -> sample.step().getClass())
        .containsExactlyInAnyOrder(DeskStep.class.getPermittedSubclasses());
  }
}
