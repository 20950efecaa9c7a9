package otklik.channels;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A group as its messenger shows it.
///
/// @param title   as its members chose it: hostile input like any text of people
/// @param address the public name under which anybody finds it, in Telegram the username without @; null for a group
///                that one must be let into
/// @param topics  whether its topics are switched on
/// @param reactions which may be put on messages there; null where any may
public record Group(String title, @Nullable String address, boolean topics, @Nullable Set<String> reactions)
    implements QuestionAnswer {
  public Group(String title, @Nullable String address, boolean topics) {
    this(title, address, topics, null);
  }

  @Override
  public String brief() {
    return topics ? "group with topics" : "group without topics";
  }
}
