package otklik.channels.telegram;

import java.util.List;
import otklik.channels.IdReader;
import otklik.settings.Section;

/// Whole numbers: a person's is positive, a group's negative (Bot API 10.1, Chat).
final class TelegramIds implements IdReader {
  static final IdReader READER = new TelegramIds();
  private static final String A_GROUP = "-1001234567890";

  private TelegramIds() {}

  @Override
  public String group(Section section, String key) {
    long chat = section.id(key);
    if (chat > 0) {
      section.problem(key, "'" + chat + "' is not a group; a group's id is negative, such as " + A_GROUP);
    }
    return Long.toString(chat);
  }

  @Override
  public List<String> people(Section section, String key) {
    List<Long> people = section.ids(key);
    people.stream()
        .filter(person -> person < 0)
        .forEach(group -> section.problem(key, "'" + group + "' is a group; a person's id is positive"));
    return people.stream().map(String::valueOf).toList();
  }

  @Override
  public String chat(Section section, String key) {
    return Long.toString(section.id(key));
  }

  @Override
  public String sampleOfGroup() {
    return A_GROUP;
  }

  @Override
  public String sampleOfPeople() {
    return "1001,1002";
  }
}
