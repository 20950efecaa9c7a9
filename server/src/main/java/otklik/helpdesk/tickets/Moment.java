package otklik.helpdesk.tickets;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import otklik.workspaces.Channel;

/// A moment as operators read it, by the clock of their desk.
public final class Moment {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Moment() {}

  public static String shown(Channel channel, Instant moment) {
    return SHOWN.format(moment.atZone(channel.zone()));
  }
}
