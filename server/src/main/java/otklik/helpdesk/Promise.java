package otklik.helpdesk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import otklik.dialogs.Visitor;
import otklik.workspaces.WorkingHours;

/// When people may expect an answer, in words that fit the moment and the desk's own numbers.
final class Promise {
  private Promise() {}

  static String of(Visitor visitor, boolean urgent, Instant now) {
    HelpdeskSettings settings = Helpdesk.settings(visitor.channel());
    WorkingHours hours = settings.hours();
    String kind = urgent ? "sla.urgent." : "sla.";
    if (hours.isOpen(now)) {
      return visitor.text(kind + "working", "time", time(visitor, kind, settings.sla(), urgent));
    }
    return visitor.text(kind + "outside", "when", when(visitor, hours, now, hours.nextOpening(now)));
  }

  /// The usual words, unless the desk has set itself another time.
  private static String time(Visitor visitor, String kind, Sla sla, boolean urgent) {
    Duration own = sla.of(urgent).firstAnswer();
    if (own.equals(Sla.DEFAULT.of(urgent).firstAnswer())) {
      return visitor.text(kind + "usual");
    }
    long minutes = Math.max(1, own.toMinutes());
    String unit = minutes % 60 == 0 ? "hours" : minutes < 60 ? "minutes" : "mixed";
    return visitor.text("sla.time." + unit, "hours", minutes / 60, "minutes", minutes % 60);
  }

  private static String when(Visitor visitor, WorkingHours hours, Instant now, Instant opening) {
    ZonedDateTime at = opening.atZone(hours.zone());
    long days = ChronoUnit.DAYS.between(now.atZone(hours.zone()).toLocalDate(), at.toLocalDate());
    String time = DateTimeFormatter.ofPattern("HH:mm").format(at);
    String date = DateTimeFormatter.ofPattern("d MMMM", Locale.of(visitor.language().code())).format(at);
    return visitor.text(days == 0 ? "when.today" : days == 1 ? "when.tomorrow" : "when.date", "time", time, "date", date);
  }
}
