package otklik.helpdesk.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.channels.Links;
import otklik.channels.telegram.TestTelegram;

class InviteCodeTest {
  private static final Links LINKS = TestTelegram.messenger().links();

  private static Optional<InviteCode> in(String text) {
    return InviteCode.in(text, LINKS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACME-1", " ACME-1 ", "acme-1", "«ACME-1»", "\"acme-1\"", "ACME—1", "ACME – 1", "ACME 1", "A C M E - 1",
      "АСМЕ-1", "асме-1", "ACME_1", "\u200BACME\u00AD-1\uFEFF", "https://t.me/acme_bot?start=ACME-1",
      "Вот ссылка: t.me/acme_bot?start=ACME-1 жми", "tg://resolve?domain=acme_bot&start=ACME-1"})
  void people_type_one_code_in_many_ways(String typed) {
    assertThat(in(typed)).hasValueSatisfying(code -> assertThat(code.normal()).isEqualTo("ACME1"));
  }

  @Test
  void what_was_typed_exactly_stays_known() {
    assertThat(in(" aCmE-1 ").orElseThrow().exact()).isEqualTo("aCmE-1");
    assertThat(in("t.me/b?start=aB_c-D").orElseThrow().exact()).isEqualTo("aB_c-D");
  }

  @Test
  void nothing_else_is_taken_for_a_code() {
    for (String text : List.of("", " ", "«»", "Здравствуйте", "Ошибка 500", "my report is broken", "ж".repeat(64),
        "A".repeat(65), "12 ".repeat(200), "ACME-1; drop table", "🙂")) {
      assertThat(in(text)).as(text).isEmpty();
    }
  }

  @Test
  void words_are_told_from_codes() {
    assertThat(in("Hello").orElseThrow().mayBeWords()).isTrue();
    assertThat(in("error 500").orElseThrow().mayBeWords()).isTrue();
    assertThat(in("ACME").orElseThrow().mayBeWords()).isFalse();
    assertThat(in("acme-1").orElseThrow().mayBeWords()).isFalse();
  }
}
