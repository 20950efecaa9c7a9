package otklik.helpdesk.tickets;

import java.util.ArrayList;
import java.util.List;
import otklik.channels.MessageSizes;

/// `#NNNN | Client | Project | Category`, cut to what a topic's name may have, from the least important part.
public final class TopicName {
  private static final int SHORTEST_PART = 12;

  private TopicName() {}

  /// @param longest what the messenger allows
  public static String of(int longest, String number, String client, String project, String category) {
    List<String> parts = new ArrayList<>(List.of(number, tidy(client), tidy(project), tidy(category)));
    for (int part = parts.size() - 1; part > 0; part--) {
      int tooMany = String.join(" | ", parts).length() - longest;
      if (tooMany <= 0) {
        break;
      }
      parts.set(part, MessageSizes.cut(parts.get(part), Math.max(SHORTEST_PART, parts.get(part).length() - tooMany)));
    }
    return MessageSizes.cut(String.join(" | ", parts), longest);
  }

  private static String tidy(String part) {
    return part.strip().replaceAll("\\s+", " ");
  }
}
