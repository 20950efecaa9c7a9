package otklik.workspaces;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import otklik.kernel.Language;
import otklik.settings.Suggestion;

/// What the product says, by language and key: the product's own texts, or a workspace's with the product's behind
/// them. Safe for use by many threads.
///
/// Texts may have places for values in ICU's notation, by name: `{number}` shows a value as it is, and
/// `{count, plural, one {# файл} few {# файла} other {# файлов}}` agrees with it.
public final class Texts {
  private final Map<Language, Map<String, Text>> own;
  private final @Nullable Texts behind;
  private final Map<String, Texts> onMessengers = new ConcurrentHashMap<>();

  private Texts(Map<Language, Map<String, Text>> own, @Nullable Texts behind) {
    this.own = own;
    this.behind = behind;
  }

  /// The product's texts: all files `texts/<language>/*.properties` of the class path.
  public static Texts ofProduct() {
    return Product.TEXTS;
  }

  /// @param values names and values by turns: `"number", "0042"`
  /// @throws IllegalArgumentException when there is no such text, or a value is missing that it has a place for
  public String text(Language language, String key, @Nullable Object... values) {
    var named = new HashMap<String, Object>();
    for (int i = 0; i < values.length; i += 2) {
      named.put(String.valueOf(values[i]), values[i + 1]);
    }
    return text(language, key, named);
  }

  /// @throws IllegalArgumentException as above
  public String text(Language language, String key, Map<String, ?> values) {
    Text text = find(language, key);
    if (text == null) {
      throw new IllegalArgumentException("no text '" + key + "' in " + language.code());
    }
    return text.with(values);
  }

  public boolean has(Language language, String key) {
    return find(language, key) != null;
  }

  /// These texts as they are said where that messenger is used: what its own texts say (`telegram.trouble.revoked`)
  /// stands in place of the common ones (`trouble.revoked`), but for those that a workspace has put in their place.
  public Texts on(String messenger) {
    return onMessengers.computeIfAbsent(messenger, this::words);
  }

  private Texts words(String messenger) {
    String prefix = messenger + ".";
    var words = new EnumMap<Language, Map<String, Text>>(Language.class);
    own.forEach((language, texts) -> {
      var said = new HashMap<String, Text>();
      texts.forEach((key, text) -> {
        if (key.startsWith(prefix)) {
          said.put(key.substring(prefix.length()), text);
        }
      });
      words.put(language, said);
    });
    return new Texts(words, behind == null ? this : new Texts(own, behind.on(messenger)));
  }

  /// These texts with others in place of some.
  Texts with(Map<Language, Map<String, String>> others) {
    return others.values().stream().allMatch(Map::isEmpty) ? this : new Texts(texts(others), this);
  }

  static Texts of(Map<Language, Map<String, String>> patterns) {
    return new Texts(texts(patterns), null);
  }

  /// What is wrong with a text that is to stand in place of one of these.
  Optional<String> complaint(Language language, String key, String pattern) {
    Text original = find(language, key);
    if (original == null) {
      String meant = Suggestion.closest(key, keys(language)).map(word -> "; did you mean '" + word + "'?").orElse("");
      return Optional.of("there is no such text" + meant);
    }
    Set<String> unknown;
    try {
      unknown = new TreeSet<>(new Text(pattern, language).names());
    } catch (IllegalArgumentException e) {
      return Optional.of("is not a text with places for values: " + e.getMessage());
    }
    unknown.removeAll(original.names());
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    String allowed = original.names().isEmpty() ? "none" : String.join(", ", new TreeSet<>(original.names()));
    return Optional.of("unknown place for a value {" + String.join("}, {", unknown) + "}; allowed: " + allowed);
  }

  Collection<String> keys(Language language) {
    var keys = new TreeSet<>(own.getOrDefault(language, Map.of()).keySet());
    if (behind != null) {
      keys.addAll(behind.keys(language));
    }
    return keys;
  }

  Set<String> names(Language language, String key) {
    Text text = find(language, key);
    return text == null ? Set.of() : text.names();
  }

  private @Nullable Text find(Language language, String key) {
    Text text = own.getOrDefault(language, Map.of()).get(key);
    return text != null || behind == null ? text : behind.find(language, key);
  }

  private static Map<Language, Map<String, Text>> texts(Map<Language, Map<String, String>> patterns) {
    var texts = new EnumMap<Language, Map<String, Text>>(Language.class);
    patterns.forEach(
        (language, byKey) -> {
          var parsed = new HashMap<String, Text>();
          byKey.forEach((key, pattern) -> parsed.put(key, new Text(pattern, language)));
          texts.put(language, parsed);
        });
    return texts;
  }

  /// Read when the first text is wanted.
  private static final class Product {
    static final Texts TEXTS = of(TextFiles.read());
  }
}
