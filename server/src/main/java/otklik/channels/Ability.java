package otklik.channels;

import java.util.Locale;

/// What not every messenger can do. Words in a person's own chat, in both directions, every one can.
public enum Ability {
  /// Several people in one chat, and answers to questions about them ([Call.Question]).
  GROUPS,
  /// Topics of a group, each with an order of its own.
  TOPICS,
  /// Buttons below a message ([Call.Say]).
  BUTTONS,
  /// Keys below the chat ([Keys]).
  KEYS,
  /// Words that stand there can be changed. Where they can't, whoever wants to is refused ([Refusal#MESSAGE_FIXED]).
  EDITS,
  /// A message on top of its chat ([Call.Pin]).
  PINS,
  /// Reactions to what was said ([Call.React]).
  REACTIONS,
  /// Menus of commands ([Call.OfferCommands]).
  MENUS;

  /// As errors of the configuration name it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
