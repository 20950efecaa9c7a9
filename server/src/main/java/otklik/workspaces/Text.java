package otklik.workspaces;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import otklik.kernel.Language;

/// One text, parsed when it is first used.
///
/// A text whose places are all plain (`{name}`) is put together from pieces; only the others cost an ICU format,
/// which one thread at a time may use.
final class Text {
  private final String pattern;
  private final Locale locale;
  private volatile @Nullable Form form;

  private sealed interface Form {
    Set<String> names();

    String with(Map<String, ?> values);
  }

  Text(String pattern, Language language) {
    this.pattern = pattern;
    this.locale = Locale.of(language.code());
  }

  /// The names of the values it has places for.
  ///
  /// @throws IllegalArgumentException when the pattern is broken
  Set<String> names() {
    return form().names();
  }

  /// @throws IllegalArgumentException when a value is missing
  String with(Map<String, ?> values) {
    return form().with(values);
  }

  private Form form() {
    Form known = form;
    if (known == null) {
      known = parse();
      form = known;
    }
    return known;
  }

  private Form parse() {
    var parsed = new MessagePattern(pattern);
    var names = new HashSet<String>();
    var agreeing = new HashSet<String>();
    for (int i = 0; i < parsed.countParts(); i++) {
      Part part = parsed.getPart(i);
      if (part.getType() == Part.Type.ARG_NUMBER) {
        throw new IllegalArgumentException("{" + parsed.getSubstring(part) + "}: places have names, not numbers");
      }
      if (part.getType() == Part.Type.ARG_NAME) {
        String name = parsed.getSubstring(part);
        names.add(name);
        if (parsed.getPart(i - 1).getArgType() != ArgType.NONE) {
          agreeing.add(name);
        }
      }
    }
    return agreeing.isEmpty()
        ? new Pieces(pieces(parsed), Set.copyOf(names))
        : new Agreeing(new MessageFormat(pattern, locale), Set.copyOf(names), Set.copyOf(agreeing));
  }

  /// Words and names by turns, words first. Apostrophes that only quote are left out.
  private static List<String> pieces(MessagePattern parsed) {
    String source = parsed.getPatternString();
    var pieces = new ArrayList<String>();
    var words = new StringBuilder();
    int read = 0;
    for (int i = 0; i < parsed.countParts(); i++) {
      Part part = parsed.getPart(i);
      if (part.getType() == Part.Type.ARG_NAME) {
        pieces.add(words.toString());
        pieces.add(parsed.getSubstring(part));
        words.setLength(0);
      } else if (part.getType() != Part.Type.ARG_LIMIT) {
        words.append(source, read, part.getIndex());
      }
      read = part.getLimit();
    }
    pieces.add(words.toString());
    return List.copyOf(pieces);
  }

  private static Object needed(Map<String, ?> values, String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the value {" + name + "} is missing");
    }
    return value;
  }

  private record Pieces(List<String> pieces, Set<String> names) implements Form {
    @Override
    public String with(Map<String, ?> values) {
      if (pieces.size() == 1) {
        return pieces.getFirst();
      }
      var text = new StringBuilder();
      for (int i = 0; i < pieces.size(); i++) {
        text.append(i % 2 == 0 ? pieces.get(i) : needed(values, pieces.get(i)).toString());
      }
      return text.toString();
    }
  }

  /// @param agreeing the names whose values ICU gets as they are; the others' it gets as texts, so that it doesn't
  ///                 format a number in a plain place
  private record Agreeing(MessageFormat format, Set<String> names, Set<String> agreeing) implements Form {
    @Override
    public String with(Map<String, ?> values) {
      var given = new HashMap<String, Object>();
      for (String name : names) {
        Object value = needed(values, name);
        given.put(name, agreeing.contains(name) ? value : value.toString());
      }
      synchronized (format) {
        return format.format(given);
      }
    }
  }
}
