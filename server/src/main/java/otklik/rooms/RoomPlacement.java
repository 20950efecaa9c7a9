package otklik.rooms;

/// Where a ticket's room is to be. Groups and chats are named as configured: what has moved meanwhile is found.
public sealed interface RoomPlacement {
  /// A topic of the ticket's own.
  ///
  /// @param name at most what the messenger allows; begins with [otklik.tickets.Ticket#shownNumber], and goes on, if it
  ///             does, after a space and a vertical bar: so the topic is found again when the answer to its opening was
  ///             lost
  record OwnTopic(String group, String name) implements RoomPlacement {}

  /// The topic that the channel's tickets share.
  ///
  /// @param mark what every line about the ticket begins with
  record InSharedTopic(String mark) implements RoomPlacement {}

  /// A chat in which other things are said too.
  ///
  /// @param mark what every line about the ticket begins with
  record InChat(String chat, String mark) implements RoomPlacement {}

  /// Nowhere yet: [Rooms#refresh] asks again.
  record NotYet() implements RoomPlacement {}
}
