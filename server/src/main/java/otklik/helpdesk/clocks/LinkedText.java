package otklik.helpdesk.clocks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Content;
import otklik.channels.Span;
import otklik.people.Person;

/// A text some of whose values are links or mentions. Each is put into the text as one private character, and shown as
/// it is when the text is finished, so that no name can be mistaken for a part of the text.
final class LinkedText {
  private static final char FIRST = '\uE000';
  private static final char LAST = '\uF8FF';

  private record Value(String shown, @Nullable String span, @Nullable String detail) {}

  private final List<Value> values = new ArrayList<>();

  /// Someone whom the messenger shall notify.
  String mention(Person person) {
    return person.username() != null
        ? hold(new Value("@" + person.username(), null, null))
        : hold(new Value(person.spokenName(), "text_mention", person.account()));
  }

  /// Where there is no address, the words alone.
  String link(String shown, @Nullable String address) {
    return hold(new Value(shown, address == null ? null : "text_link", address));
  }

  private String hold(Value value) {
    values.add(value);
    return String.valueOf((char) (FIRST + values.size() - 1));
  }

  Content.Text finished(String text) {
    StringBuilder shown = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (char letter : text.toCharArray()) {
      if (letter < FIRST || letter > LAST || letter - FIRST >= values.size()) {
        shown.append(letter);
        continue;
      }
      Value value = values.get(letter - FIRST);
      if (value.span() != null) {
        spans.add(new Span(value.span(), shown.length(), value.shown().length(), value.detail()));
      }
      shown.append(value.shown());
    }
    return new Content.Text(shown.toString(), spans);
  }
}
