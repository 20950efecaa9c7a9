package otklik.helpdesk;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import otklik.workspaces.WorkingHours;

/// When people may expect an answer, in words that fit the moment.
final class Promise {
  private Promise() {}

  static String of(Visitor visitor, WorkingHours hours, boolean urgent, Instant now) {
    String kind = urgent ? "sla.urgent." : "sla.";
    if (hours.isOpen(now)) {
      return visitor.text(kind + "working");
    }
    return visitor.text(kind + "outside", "when", when(visitor, hours, now, hours.nextOpening(now)));
  }

  private static String when(Visitor visitor, WorkingHours hours, Instant now, Instant opening) {
    ZonedDateTime at = opening.atZone(hours.zone());
    long days = ChronoUnit.DAYS.between(now.atZone(hours.zone()).toLocalDate(), at.toLocalDate());
    String time = DateTimeFormatter.ofPattern("HH:mm").format(at);
    String date = DateTimeFormatter.ofPattern("d MMMM", Locale.of(visitor.language().code())).format(at);
    return visitor.text(days == 0 ? "when.today" : days == 1 ? "when.tomorrow" : "when.date", "time", time, "date", date);
  }
}
