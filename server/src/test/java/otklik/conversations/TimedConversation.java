package otklik.conversations;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import playground.PrivateHands;

/// A conversation that moves the clock. Begins on a Tuesday at noon, when the desk is at work.
abstract class TimedConversation extends Conversation {
  private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

  @Override
  @BeforeEach
  void takeANewDesk() {
    super.takeANewDesk();
    desk.stage.time.goTo(DayOfWeek.TUESDAY, LocalTime.NOON);
  }

  @Override
  Stages.Kind kind() {
    return Stages.Kind.TIMED_DESKS;
  }

  void pass(Duration time) {
    desk.settles();
    desk.stage.time.advance(time);
  }

  void goTo(DayOfWeek day, LocalTime time) {
    desk.settles();
    desk.stage.time.goTo(day, time);
  }

  /// When a running clock of the desk's only ticket is due, as the card shows it on the same day.
  String due(String kind) {
    return DateTimeFormatter.ofPattern("HH:mm").format(dueAt(kind).atZone(ZONE));
  }

  Instant dueAt(String kind) {
    desk.settles();
    String sql = "select due_at from sla_clock where workspace_id = %s and kind = '" + kind + "'";
    return Instant.EPOCH.plus(Long.parseLong(desk.value(sql)), ChronoUnit.MICROS);
  }

  /// Lets the desk's timer come round once more.
  void nothingRings() {
    desk.settles();
    desk.await("what is due to be told", () -> desk.count("""
        select count(*) from sla_clock where workspace_id = %s and next_at <=
        """ + " " + ChronoUnit.MICROS.between(Instant.EPOCH, desk.stage.time.instant())) == 0);
    desk.settles();
  }

  PrivateHands inPrivate(String operator) {
    return desk.operator(operator).inPrivate(desk.bot);
  }
}
