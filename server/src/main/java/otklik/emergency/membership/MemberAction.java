package otklik.emergency.membership;

import otklik.dialogs.Visitor;

/// Something that only members of a community may do. One bean for each; found by its name, which is stored.
public interface MemberAction {
  String name();

  /// Whether it matters of which community the person is a member: then nearer ones are waited for, a few seconds.
  default boolean asksForTheNearest() {
    return false;
  }

  /// The person is a member.
  ///
  /// @param data what [Membership#wish] was given
  void granted(Visitor visitor, String data) throws Exception;

  /// The person isn't, or nobody could tell.
  void refused(Visitor visitor, String data, Why why) throws Exception;

  /// The person isn't heard any more, whatever the messenger would say. They are told nothing; what waits for an answer
  /// gets an empty one.
  default void dropped(Visitor visitor, String data) throws Exception {}

  enum Why {
    NOT_A_MEMBER,
    /// The installation has no community yet.
    NO_COMMUNITY,
    /// The messenger won't tell: the bot was thrown out of the chat, or may not ask there.
    UNKNOWN
  }
}
