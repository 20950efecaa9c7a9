package otklik.helpdesk.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import otklik.helpdesk.settings.Sla;
import otklik.helpdesk.settings.SlaClock;
import otklik.helpdesk.settings.SlaTerms;
import otklik.workspaces.WorkingHours;

class TicketClocksTest {
  private static final WorkingHours OFFICE = WorkingHours.office(ZoneId.of("Europe/Madrid"));
  private static final SlaTerms NORMAL = new SlaTerms(OFFICE, Sla.DEFAULT.normal(), Duration.ofMinutes(15));
  private static final SlaTerms URGENT = new SlaTerms(OFFICE, Sla.DEFAULT.urgent(), Duration.ofMinutes(15));
  private static final Instant FRIDAY = Instant.parse("2026-11-20T17:00:00Z"); // 18:00 in Madrid
  private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z"); // 10:00

  @Test
  void the_first_answer_is_due_in_working_time_and_reminded_of_before() {
    SlaClock first = TicketClocks.NONE.opened(NORMAL, FRIDAY).first();
    assertThat(first.dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(3)));
    assertThat(first.nextAt()).isEqualTo(MONDAY.plus(Duration.ofMinutes(165)));
    assertThat(first.told(first.nextAt()).told()).isEqualTo(SlaClock.Told.REMINDER);
    assertThat(first.told(first.nextAt()).nextAt()).isEqualTo(first.dueAt());
  }

  @Test
  void whoever_looks_too_late_tells_the_breach_only_and_nothing_afterwards() {
    SlaClock late = TicketClocks.NONE.opened(NORMAL, FRIDAY).first().told(MONDAY.plus(Duration.ofHours(9)));
    assertThat(late.told()).isEqualTo(SlaClock.Told.BREACH);
    assertThat(late.nextAt()).isNull();
    assertThat(late.stopped(NORMAL, MONDAY).started(NORMAL, MONDAY.plusSeconds(60)).nextAt()).isNull();
  }

  @Test
  void a_deadline_nearer_than_its_reminder_is_not_reminded_of() {
    SlaTerms hurried = new SlaTerms(OFFICE, URGENT.times(), Duration.ofHours(2));
    SlaClock first = TicketClocks.NONE.opened(hurried, MONDAY).first();
    assertThat(first.nextAt()).isEqualTo(first.dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
  }

  @Test
  void a_ticket_that_becomes_urgent_is_due_sooner_and_one_that_is_no_more_later() {
    Instant later = MONDAY.plus(Duration.ofMinutes(30));
    TicketClocks urgent = TicketClocks.NONE.opened(NORMAL, MONDAY).priorityChanged(URGENT, later);
    assertThat(urgent.first().dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(1)));
    assertThat(urgent.priorityChanged(NORMAL, later).first().dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(4)));
    Instant tooLate = MONDAY.plus(Duration.ofHours(2));
    assertThat(TicketClocks.NONE.opened(NORMAL, MONDAY).priorityChanged(URGENT, tooLate).first().nextAt())
        .isEqualTo(tooLate);
  }

  @Test
  void a_ticket_that_is_opened_again_is_answered_and_solved_afresh_but_never_first_answered_again() {
    Instant later = MONDAY.plus(Duration.ofHours(2));
    TicketClocks answered = TicketClocks.NONE.opened(NORMAL, MONDAY).operatorAnswered(NORMAL, MONDAY.plusSeconds(60))
        .closed(NORMAL, MONDAY.plusSeconds(120)).reopened(NORMAL, true, later);
    assertThat(answered.first().runs()).isFalse();
    assertThat(answered.first().spent()).isEqualTo(Duration.ofMinutes(1));
    assertThat(answered.next().dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(6)));
    assertThat(answered.resolution().spent()).isZero();

    TicketClocks never = TicketClocks.NONE.opened(NORMAL, MONDAY).closed(NORMAL, MONDAY.plusSeconds(120))
        .reopened(NORMAL, false, later);
    assertThat(never.first().dueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(6)));
    assertThat(never.next().runs()).isFalse();
  }

  /// Compares with a slow and obvious desk that counts every working minute by hand.
  @Test
  void they_count_what_a_stopwatch_counts() {
    long seed = System.nanoTime();
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 300; round++) {
      Instant now = FRIDAY.plus(Duration.ofMinutes(random.nextInt(5_000)));
      TicketClocks clocks = TicketClocks.NONE.opened(NORMAL, now);
      boolean answered = false;
      boolean waits = false;
      long solving = 0;
      long first = 0;
      for (int step = 0; step < 12; step++) {
        int minutes = random.nextInt(600);
        for (int minute = 0; minute < minutes; minute++) {
          boolean works = OFFICE.isOpen(now.plus(Duration.ofMinutes(minute)));
          solving += works && !waits ? 1 : 0;
          first += works && !waits && !answered ? 1 : 0;
        }
        now = now.plus(Duration.ofMinutes(minutes));
        switch (random.nextInt(3)) {
          case 0 -> {
            clocks = clocks.personWrote(NORMAL, answered, now);
            waits = false;
          }
          case 1 -> {
            clocks = clocks.operatorAnswered(NORMAL, now);
            answered = true;
            waits = true;
          }
          default -> {
            clocks = clocks.waitsForClient(NORMAL, now);
            waits = true;
          }
        }
        String what = "seed %d, round %d, step %d".formatted(seed, round, step);
        assertThat(clocks.resolution().stopped(NORMAL, now).spent()).as(what).isEqualTo(Duration.ofMinutes(solving));
        assertThat(clocks.first().stopped(NORMAL, now).spent()).as(what).isEqualTo(Duration.ofMinutes(first));
        assertThat(clocks.resolution().runs()).as(what).isEqualTo(!waits);
        assertThat(clocks.untilAnswer() == null).as(what).isEqualTo(waits);
      }
    }
  }
}
