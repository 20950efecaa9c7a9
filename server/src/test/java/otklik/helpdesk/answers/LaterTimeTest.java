package otklik.helpdesk.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaterTimeTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(MADRID).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
      "9:00 привет,2026-11-21T09:00,привет",
      "09:00  привет,2026-11-21T09:00,привет",
      "23:59 a,2026-11-20T23:59,a",
      "12:00 a,2026-11-21T12:00,a",
      "2026-11-25 9:00 день,2026-11-25T09:00,день",
      "2026-1-5 9:05 день,2026-01-05T09:05,день",
      "30m a b,2026-11-20T12:30,a b",
      "30м a,2026-11-20T12:30,a",
      "2h a,2026-11-20T14:00,a",
      "2ч a,2026-11-20T14:00,a",
      "1d a,2026-11-21T12:00,a",
      "1д a,2026-11-21T12:00,a",
  })
  void a_time_is_read_by_the_clock_of_the_desk(String text, String expected, String rest) {
    LaterTime time = LaterTime.read(text, at("2026-11-20T12:00"), MADRID).orElseThrow();
    assertThat(time.at()).isEqualTo(at(expected));
    assertThat(text.substring(time.end())).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "завтра", "9 привет", "25:00 a", "9:60 a", "2026-13-01 9:00 a", "9:00привет", "30minutes", "m"})
  void what_is_no_time_is_not_taken_for_one(String text) {
    assertThat(LaterTime.read(text, at("2026-11-20T12:00"), MADRID)).isEmpty();
  }

  @Test
  void an_hour_that_the_clocks_leave_out_comes_right_after_it() {
    assertThat(LaterTime.read("2:30 a", at("2026-03-28T12:00"), MADRID).orElseThrow().at())
        .isEqualTo(at("2026-03-29T03:30"));
  }
}
