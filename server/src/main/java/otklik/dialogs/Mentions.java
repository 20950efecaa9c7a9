package otklik.dialogs;

import java.util.ArrayList;
import java.util.List;
import otklik.channels.Content;
import otklik.channels.Span;
import otklik.people.Person;

/// Words that call people by name, so that their messenger tells them. A username does that by itself; who has none is
/// linked.
public final class Mentions {
  private Mentions() {}

  /// @param people those who are shown in the text, in that order
  public static Content.Text in(String text, List<Person> people) {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (Person person : people) {
      String name = person.shownName();
      int at = text.indexOf(name, from);
      if (at < 0) {
        continue;
      }
      from = at + name.length();
      if (person.username() == null) {
        spans.add(new Span("text_mention", at, name.length(), person.account()));
      }
    }
    return new Content.Text(text, spans);
  }
}
