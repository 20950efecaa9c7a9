package otklik.emergency;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// How long a volunteer who has a request may say nothing. Whoever moves the request, or hears from the volunteer, tells
/// it here.
@Component
final class TakersTime {
  /// They are asked whether all is well.
  static final String CHECK_IN = "emergency.check-in";
  /// They were asked and said nothing.
  static final String SILENCE = "emergency.silence";
  /// They began to give the request back and didn't go on.
  static final String RETURNING = "emergency.returning";
  /// What they were told of the place is to be told anew.
  static final String RENEWAL = "emergency.place-renewal";
  /// Telegram lets a bot delete what it has said for 48 hours (Bot API, deleteMessage).
  private static final Duration STILL_DELETED = Duration.ofHours(47);
  private static final Duration FOR_A_REMARK = Duration.ofMinutes(2);

  private final Closings closings;
  private final Timers timers;
  private final InstantSource clock;

  TakersTime(Closings closings, Timers timers, InstantSource clock) {
    this.closings = closings;
    this.timers = timers;
    this.clock = clock;
  }

  /// They have just taken it, or said something.
  void heard(Tx tx, Channel channel, TicketId ticket) {
    timers.cancel(tx, channel, SILENCE, subject(ticket));
    set(tx, channel, CHECK_IN, ticket, Emergency.settings(channel).checkIns().every());
  }

  void asked(Tx tx, Channel channel, TicketId ticket) {
    set(tx, channel, SILENCE, ticket, Emergency.settings(channel).checkIns().patience());
  }

  void askedForRemark(Tx tx, Channel channel, TicketId ticket) {
    set(tx, channel, RETURNING, ticket, FOR_A_REMARK);
  }

  /// They were told where the person is.
  void placeTold(Tx tx, Channel channel, TicketId ticket) {
    set(tx, channel, RENEWAL, ticket, STILL_DELETED);
  }

  /// They don't have it any more.
  void end(Tx tx, Channel channel, TicketId ticket) throws SQLException {
    closings.settle(tx, channel, ticket);
    for (String kind : List.of(CHECK_IN, SILENCE, RETURNING, RENEWAL)) {
      timers.cancel(tx, channel, kind, subject(ticket));
    }
  }

  private void set(Tx tx, Channel channel, String kind, TicketId ticket, Duration after) {
    timers.set(tx, channel, kind, subject(ticket), "", clock.instant().plus(after));
  }

  private static String subject(TicketId ticket) {
    return Long.toString(ticket.value());
  }
}
