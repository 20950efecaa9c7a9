package otklik.helpdesk.tickets;

import otklik.channels.Outcome;
import otklik.workspaces.Channel;

/// Why something didn't arrive, in words for operators.
public final class Reason {
  private Reason() {}

  public static String of(Channel channel, Outcome.Refused refused) {
    String key = switch (refused.why()) {
      case PERSON_UNREACHABLE -> "undelivered.unreachable";
      case BAD_FILE -> "undelivered.bad-file";
      case CHANNEL_REVOKED -> "undelivered.revoked";
      case NO_RIGHTS -> "undelivered.no-rights";
      case TOPIC_CLOSED -> "undelivered.topic-closed";
      case NO_VOICE -> "undelivered.no-voice";
      case CHAT_GONE, CHAT_MOVED, TOPIC_GONE, MESSAGE_GONE, MESSAGE_FIXED, TOO_LATE, NOT_ACCEPTED -> "undelivered.not-accepted";
      case UNCONFIRMED -> "undelivered.unconfirmed";
      case KEEPS_FAILING -> "undelivered.keeps-failing";
    };
    return channel.text(key);
  }
}
