package otklik.relay;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import otklik.channels.Content;
import otklik.channels.Span;

/// Cuts a text that is too long into pieces: between paragraphs if it can be, else between lines, else between words,
/// and in any case between whole characters as people see them. Formatting goes on in the next piece; links, mentions
/// and the like stay whole wherever they fit.
final class Split {
  /// May go on in the next piece without losing their meaning.
  private static final Set<String> STYLES = Set.of("bold", "italic", "underline", "strikethrough", "spoiler", "code",
      "pre", "blockquote", "expandable_blockquote");

  private final String text;
  private final List<Span> spans;
  private final int longest;

  private Split(Content.Text whole, int longest) {
    this.text = whole.text();
    this.spans = whole.spans();
    this.longest = longest;
  }

  /// @param longest in UTF-16 code units
  static List<Content.Text> of(Content.Text whole, int longest) {
    return whole.text().length() <= longest ? List.of(whole) : new Split(whole, longest).pieces();
  }

  private List<Content.Text> pieces() {
    List<Content.Text> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int cut = text.length() - from <= longest ? text.length() : cut(from);
      int end = cut;
      while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      if (end > from) {
        pieces.add(piece(from, end));
      }
      from = cut;
      while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
    }
    return pieces;
  }

  /// A border in the second half of what fits, so that pieces don't become many.
  private int cut(int from) {
    int last = from + longest;
    int first = from + longest / 2;
    return IntStream.of(border("\n\n", first, last), border("\n", first, last), word(first, last))
        .filter(cut -> cut > 0).findFirst().orElseGet(() -> character(from, last));
  }

  private int border(String between, int first, int last) {
    int at = text.lastIndexOf(between, last);
    while (at > first && isInsideWhole(at)) {
      at = text.lastIndexOf(between, at - 1);
    }
    return at > first ? at : -1;
  }

  private int word(int first, int last) {
    int at = last;
    while (at > first && !(Character.isWhitespace(text.charAt(at)) && !isInsideWhole(at))) {
      at--;
    }
    return at > first ? at : -1;
  }

  private int character(int from, int last) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int at = characters.isBoundary(last) ? last : characters.preceding(last);
    int whole = at;
    while (whole > from && isInsideWhole(whole)) {
      whole = characters.preceding(whole);
    }
    if (whole > from) {
      return whole;
    }
    if (at > from) {
      return at;
    }
    return Character.isHighSurrogate(text.charAt(last - 1)) ? last - 1 : last;
  }

  private boolean isInsideWhole(int cut) {
    return spans.stream().anyMatch(span -> !STYLES.contains(span.type())
        && span.offset() < cut && cut < span.offset() + span.length());
  }

  private Content.Text piece(int from, int end) {
    List<Span> within = new ArrayList<>();
    for (Span span : spans) {
      int start = Math.max(span.offset(), from);
      int stop = Math.min(span.offset() + span.length(), end);
      if (start < stop) {
        within.add(new Span(span.type(), start - from, stop - start, span.detail()));
      }
    }
    return new Content.Text(text.substring(from, end), List.copyOf(within));
  }
}
