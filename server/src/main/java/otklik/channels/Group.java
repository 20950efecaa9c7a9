package otklik.channels;

import org.jspecify.annotations.Nullable;

/// A group as its messenger shows it.
///
/// @param title   as its members chose it: hostile input like any text of people
/// @param address the public name under which anybody finds it, in Telegram the username without @; null for a group
///                that one must be let into
/// @param topics  whether its topics are switched on
public record Group(String title, @Nullable String address, boolean topics) implements Answer {
  @Override
  public String brief() {
    return topics ? "group with topics" : "group without topics";
  }
}
