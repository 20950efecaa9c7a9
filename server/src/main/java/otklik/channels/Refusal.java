package otklik.channels;

/// Why a messenger will not do what was asked, however often it is asked, or was asked often enough.
public enum Refusal {
  /// The person blocked the channel, deleted the account or never wrote first.
  PERSON_UNREACHABLE,
  /// The group is gone, or the channel was removed from it.
  CHAT_GONE,
  /// The group lives on under another id, which the outcome names.
  CHAT_MOVED,
  /// The topic was deleted, or topics were switched off.
  TOPIC_GONE,
  TOPIC_CLOSED,
  /// The message that was to be edited, deleted, copied or reacted to is gone.
  MESSAGE_GONE,
  /// It stands there, and can't be changed or deleted any more.
  MESSAGE_FIXED,
  /// The channel lacks a right in the group.
  NO_RIGHTS,
  /// Nobody waits for this answer any more.
  TOO_LATE,
  /// The file can't be sent (another bot's, garbled, too large).
  BAD_FILE,
  /// The messenger doesn't know the channel's token, or doesn't accept it any more.
  CHANNEL_REVOKED,
  /// The person accepts no recordings, neither voice nor video messages.
  NO_VOICE,
  /// Anything else: the text of the messenger is in the outcome's detail.
  NOT_ACCEPTED,
  /// Given up: it was left without an answer that can be trusted, so it may have been done.
  UNCONFIRMED,
  /// Given up: it surely wasn't done, and failed again and again while others were answered.
  KEEPS_FAILING;

  /// Whether nobody refused it: it may be asked again.
  public boolean isGivenUp() {
    return this == UNCONFIRMED || this == KEEPS_FAILING;
  }
}
