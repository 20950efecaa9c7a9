package otklik.emergency.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import otklik.emergency.people.Volunteer.Quiet;

class QuietHoursTest {
  @ParameterizedTest
  @CsvSource({
    "22:00–8:00,22:00,08:00",
    "22-8,22:00,08:00",
    "22.30 - 7,22:30,07:00",
    "с 22 до 8,22:00,08:00",
    "с 23:15 до 06:45,23:15,06:45",
    "0:00–24:00,,",
    "23–24,23:00,00:00",
    "from 22 to 8,22:00,08:00",
    "с 22 до 8 утра,22:00,08:00"
  })
  void hours_are_read_as_people_write_them(String words, LocalTime from, LocalTime until) {
    if (from == null) {
      assertThat(QuietHours.read(words)).isEmpty();
    } else {
      assertThat(QuietHours.read(words)).contains(new Quiet(from, until));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ночью", "22", "25–8", "22:60–8", "8–8", "22–8–9", "никогда", "22:00"})
  void what_is_not_two_times_is_not_taken_for_hours(String words) {
    assertThat(QuietHours.read(words)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"25–8,true", "22,true", "после 23,true", "22:60-8,true", "ночью,false", "'',false",
      "помогите 5 этаж не дышит,false"})
  void a_number_alone_was_meant_as_hours_and_a_cry_for_help_was_not(String words, boolean meant) {
    assertThat(QuietHours.isMeant(words)).isEqualTo(meant);
  }

  @Test
  void what_is_written_can_be_read_again() {
    Quiet quiet = new Quiet(LocalTime.of(22, 0), LocalTime.of(8, 30));
    assertThat(QuietHours.written(quiet)).isEqualTo("22:00–08:30");
    assertThat(QuietHours.read(QuietHours.written(quiet))).contains(quiet);
  }
}
