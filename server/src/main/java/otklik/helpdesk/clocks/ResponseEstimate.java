package otklik.helpdesk.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.settings.Sla;
import otklik.kernel.Language;
import otklik.workspaces.Channel;
import otklik.workspaces.WorkingHours;

/// When people may expect an answer, in words that fit the moment and the desk's own numbers.
public final class ResponseEstimate {
  private ResponseEstimate() {}

  public static String of(Channel channel, Language language, boolean urgent, Instant now) {
    HelpdeskSettings settings = HelpdeskSettings.of(channel);
    WorkingHours hours = settings.hours();
    String kind = urgent ? "sla.urgent." : "sla.";
    if (hours.isOpen(now)) {
      return text(channel, language, kind + "working", "time", time(channel, language, kind, settings.sla(), urgent));
    }
    return text(channel, language, kind + "outside", "when",
        when(channel, language, hours, now, hours.nextOpening(now)));
  }

  /// The usual words, unless the desk has set itself another time.
  private static String time(Channel channel, Language language, String kind, Sla sla, boolean urgent) {
    Duration own = sla.of(urgent).firstAnswer();
    if (own.equals(Sla.DEFAULT.of(urgent).firstAnswer())) {
      return text(channel, language, kind + "usual");
    }
    long minutes = Math.max(1, own.toMinutes());
    String unit = minutes % 60 == 0 ? "hours" : minutes < 60 ? "minutes" : "mixed";
    return text(channel, language, "sla.time." + unit, "hours", minutes / 60, "minutes", minutes % 60);
  }

  private static String when(Channel channel, Language language, WorkingHours hours, Instant now, Instant opening) {
    ZonedDateTime at = opening.atZone(hours.zone());
    long days = ChronoUnit.DAYS.between(now.atZone(hours.zone()).toLocalDate(), at.toLocalDate());
    String time = DateTimeFormatter.ofPattern("HH:mm").format(at);
    String date = DateTimeFormatter.ofPattern("d MMMM", Locale.of(language.code())).format(at);
    return text(channel, language, days == 0 ? "when.today" : days == 1 ? "when.tomorrow"
        : "when.date", "time", time, "date", date);
  }

  private static String text(Channel channel, Language language, String key, @Nullable Object... values) {
    return channel.texts().text(language, key, values);
  }
}
