package otklik.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTest {
  @Test
  void case_yo_and_composition_make_no_difference() {
    assertThat(Folded.of("ОТЧЁТ Olena ЁЛКА")).isEqualTo("отчет olena елка");
    assertThat(Folded.of("и\u0306од")).isEqualTo(Folded.of("ЙОД"));
    assertThat(Folded.ofNullable(null)).isNull();
  }
}
