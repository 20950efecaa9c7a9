package playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_fault_strikes_as_often_as_it_is_told_to() {
    stage.playground.fault(Fault.tooManyRequests(7).forMethods("sendMessage").times(1));
    var refused = stage.api.sendMessage(6001, "hi");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.raw().headers().firstValue("Retry-After")).contains("7");
    assertThat(stage.api.sendMessage(6001, "hi").status()).isEqualTo(200);
  }

  @Test
  void a_gateway_answers_html() {
    try (var _ = stage.playground.fault(Fault.of(Fault.Kind.BAD_GATEWAY))) {
      assertThat(stage.api.sendMessage(6001, "hi").raw().body()).startsWith("<html>");
      assertThat(stage.api.call("getUpdates", "{}").status()).isEqualTo(200);
    }
    assertThat(stage.api.sendMessage(6001, "hi").status()).isEqualTo(200);
  }

  @Test
  void silence_does_nothing_and_ends_with_a_closed_connection() {
    int before = stage.chat.messages().size();
    var trouble = stage.playground.fault(Fault.of(Fault.Kind.SILENCE).inChat(6001));
    var call = stage.api.callLater("sendMessage", Caller.message(6001, "hi").toString());
    assertThat(stage.api.sendMessage(Stage.FORUM, "another chat").status()).isEqualTo(200);
    stage.playground.await(SOON, () -> trouble.struck() == 1);
    trouble.close();
    assertThatThrownBy(call::get).hasRootCauseInstanceOf(IOException.class);
    assertThat(stage.chat.messages()).hasSize(before);
  }

  @Test
  void silence_after_leaves_the_message_there() {
    var trouble = stage.playground.fault(Fault.of(Fault.Kind.SILENCE_AFTER).times(1));
    var call = stage.api.callLater("sendMessage", Caller.message(6001, "was it sent?").toString());
    stage.playground.await(SOON, () -> stage.chat.last().orElseThrow().text().equals("was it sent?"));
    trouble.close();
    assertThatThrownBy(call::get).hasRootCauseInstanceOf(IOException.class);
    stage.playground.await(SOON, () -> stage.playground.calls("sendMessage").stream().anyMatch(each -> each.status() == 0));
  }

  @Test
  void a_late_answer_comes_when_the_fault_ends() throws Exception {
    var trouble = stage.playground.fault(Fault.of(Fault.Kind.LATE).times(1));
    var call = stage.api.callLater("sendMessage", Caller.message(6001, "here already").toString());
    stage.playground.await(SOON, () -> stage.chat.last().orElseThrow().text().equals("here already"));
    assertThat(call.isDone()).isFalse();
    trouble.close();
    assertThat(call.get().status()).isEqualTo(200);
  }
}
