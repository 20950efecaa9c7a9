package otklik.helpdesk.clocks;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import otklik.helpdesk.settings.SlaClock;
import otklik.helpdesk.tickets.TicketClocks;
import otklik.workspaces.Channel;

/// Deadlines in the words of the operators. The card is read long after it was written, so a moment is named in such a
/// way that it stays true: by its time alone only while it is to come on the same day.
public final class ClockFace {
  private ClockFace() {}

  /// What the card shows of an open ticket's clocks; null before there is anything to show.
  public static @Nullable String of(Channel channel, TicketClocks clocks, Instant now) {
    if (clocks.equals(TicketClocks.NONE)) {
      return null;
    }
    SlaClock answer = clocks.untilAnswer();
    String until = answer == null ? channel.text("clock.waits") : until(channel, answer, "clock.", now);
    return clocks.resolution().runs()
        ? until + " · " + until(channel, clocks.resolution(), "clock.resolution.", now) : until;
  }

  private static String until(Channel channel, SlaClock clock, String key, Instant now) {
    return clock.isOverdue(now)
        ? channel.text(key + "overdue", "when", dated(channel, clock.dueAt()))
        : channel.text(key + "due", "when", moment(channel, clock.dueAt(), now));
  }

  /// A moment to come.
  static String moment(Channel channel, Instant moment, Instant now) {
    boolean today = moment.atZone(channel.zone()).toLocalDate().equals(now.atZone(channel.zone()).toLocalDate());
    return today ? time(moment.atZone(channel.zone())) : dated(channel, moment);
  }

  private static String dated(Channel channel, Instant moment) {
    ZonedDateTime at = moment.atZone(channel.zone());
    String date = DateTimeFormatter.ofPattern("d MMMM", Locale.of(channel.language().code())).format(at);
    return channel.text("clock.dated", "date", date, "time", time(at));
  }

  private static String time(ZonedDateTime at) {
    return DateTimeFormatter.ofPattern("HH:mm").format(at);
  }
}
