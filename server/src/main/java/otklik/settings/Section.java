package otklik.settings;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.kernel.Loopback;

/// A part of the configuration: values under keys.
///
/// What is missing or wrong is noted with its place, and the getter returns a stand-in so that the reader can go on
/// and find what else is wrong; stand-ins never leave `Configuration`, which refuses the whole. Keys that nobody
/// asked for are refused as well.
public final class Section {
  private static final Pattern DURATION = Pattern.compile("\\d{1,6}[smhd]");

  private final Tree.Fields fields;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Section> parts = new ArrayList<>();

  private record Value(SettingPosition place, String label, String text) {}

  public Section(Tree.Fields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /// Whether the key is there with something in it.
  public boolean has(String key) {
    return field(key).isPresent();
  }

  /// All keys, for sections whose keys are data. They count as asked for.
  public List<String> keys() {
    asked.addAll(fields.fields().keySet());
    return List.copyOf(fields.fields().keySet());
  }

  /// A text that must be there.
  public String text(String key) {
    return needed(key, optionalText(key), "");
  }

  public String text(String key, String otherwise) {
    return optionalText(key).orElse(otherwise);
  }

  public Optional<String> optionalText(String key) {
    return value(key).map(Value::text);
  }

  /// A text that must have a certain shape.
  ///
  /// @param expected says the shape in words: "is not …"
  public String text(String key, Pattern shape, String expected) {
    var read = read(key, expected, text -> shape.matcher(text).matches() ? text : null);
    return needed(key, read, "");
  }

  /// A text that must have a certain shape and is never shown, not even when it is wrong.
  public String secret(String key, Pattern shape, String expected) {
    Optional<String> text = optionalText(key);
    if (text.isPresent() && !shape.matcher(text.get()).matches()) {
      problem(key, "is not " + expected);
    }
    return needed(key, text, "");
  }

  public int whole(String key, int least, int most, int otherwise) {
    return read(key, "a whole number from " + least + " to " + most, text -> {
          int number = Integer.parseInt(text);
          return least <= number && number <= most ? number : null;
        })
        .orElse(otherwise);
  }

  /// A messenger's number of a person, group or account; must be there.
  public long id(String key) {
    return needed(key, read(key, "a whole number", Long::valueOf), 0L);
  }

  /// Several numbers; at least one must be there.
  public List<Long> ids(String key) {
    List<Value> values = values(key);
    if (values.isEmpty()) {
      missing(key);
    }
    return values.stream().flatMap(value -> read(value, "a whole number", Long::valueOf).stream()).distinct().toList();
  }

  public boolean flag(String key, boolean otherwise) {
    return read(key, "on or off", text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "on", "true", "yes" -> true;
              case "off", "false", "no" -> false;
              default -> null;
            })
        .orElse(otherwise);
  }

  /// Several texts; one alone needs no brackets.
  public List<String> texts(String key) {
    return values(key).stream().map(Value::text).toList();
  }

  /// Such as 90s, 30m, 24h or 2d.
  public Duration duration(String key, Duration otherwise) {
    return read(key, "a length of time such as 30m, 24h or 2d", text ->
            DURATION.matcher(text).matches() ? Duration.parse((text.endsWith("d") ? "P" : "PT") + text) : null)
        .orElse(otherwise);
  }

  public ZoneId zone(String key, ZoneId otherwise) {
    return read(key, "a time zone; for example Europe/Madrid", ZoneId::of).orElse(otherwise);
  }

  /// The address of a server. No slash at its end.
  public URI url(String key, URI otherwise) {
    return url(key, false).orElse(otherwise);
  }

  /// Likewise, by HTTPS unless it is this very machine.
  public Optional<URI> secureUrl(String key) {
    return url(key, true);
  }

  private Optional<URI> url(String key, boolean secure) {
    return optionalText(key).map(text -> {
      URI url = parse(text.replaceFirst("/+$", ""));
      if (url == null) {
        problem(key, "'" + text + "' is not an address such as https://desk.example.org");
        return URI.create("https://localhost");
      }
      if (secure && !url.getScheme().equals("https") && !Loopback.is(url)) {
        problem(key, "'" + text + "' must begin with https://");
      }
      return url;
    });
  }

  private static @Nullable URI parse(String text) {
    try {
      var url = URI.create(text);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      return web && url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null ? url : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// One of these words.
  public String choice(String key, Collection<String> words, String otherwise) {
    return read(key, "one of: " + String.join(", ", words), text -> words.contains(text) ? text : null)
        .orElse(otherwise);
  }

  /// One of the names of an enum, written small.
  public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    var choices = Arrays.stream(type.getEnumConstants())
        .collect(Collectors.toMap(Section::written, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    return read(key, "one of: " + String.join(", ", choices.keySet()), choices::get).orElse(otherwise);
  }

  /// The section under a key; an empty one where there is none.
  public Section section(String key) {
    return switch (field(key).map(Tree.Field::value).orElse(Tree.Fields.none(fields.place()))) {
      case Tree.Fields found -> part(found);
      case Tree other -> {
        problems.add(other.place(), label(key) + ": must consist of 'key: value' lines");
        yield part(Tree.Fields.none(other.place()));
      }
    };
  }

  /// The sections listed under a key.
  public List<Section> sections(String key) {
    var found = new ArrayList<Section>();
    for (Tree item : items(key)) {
      if (item instanceof Tree.Fields inner) {
        found.add(part(inner));
      } else {
        problems.add(item.place(), label(key) + ": each item must consist of 'key: value' lines");
      }
    }
    return found;
  }

  /// Notes that the value under a key is wrong.
  public void problem(String key, String what) {
    Tree.Field field = fields.fields().get(key);
    problems.add(field == null ? fields.place() : field.place(), label(key) + ": " + what);
  }

  /// Notes keys that nobody asked for, here and in all sections handed out.
  public void done() {
    fields.fields().forEach((key, field) -> {
      if (!asked.contains(key)) {
        String meant = Suggestion.closest(key, asked).map(word -> "did you mean '" + word + "'? ").orElse("");
        problems.add(field.place(), "unknown key '" + key + "'; " + meant + "allowed: " + String.join(", ", asked));
      }
    });
    parts.forEach(Section::done);
  }

  private Section part(Tree.Fields inner) {
    var section = new Section(inner, problems);
    parts.add(section);
    return section;
  }

  private Optional<Tree.Field> field(String key) {
    asked.add(key);
    return Optional.ofNullable(fields.fields().get(key))
        .filter(field -> !(field.value() instanceof Tree.Scalar scalar && scalar.value().isBlank()));
  }

  private String label(String key) {
    Tree.Field field = fields.fields().get(key);
    return field == null ? key : field.label();
  }

  private Optional<Value> value(String key) {
    return field(key).flatMap(field -> value(field.label(), field.value()));
  }

  private Optional<Value> value(String label, Tree tree) {
    if (tree instanceof Tree.Scalar scalar) {
      return Optional.of(new Value(scalar.place(), label, scalar.value()));
    }
    problems.add(tree.place(), label + ": must be one value");
    return Optional.empty();
  }

  private List<Value> values(String key) {
    return items(key).stream().flatMap(item -> value(label(key), item).stream()).toList();
  }

  private List<Tree> items(String key) {
    return switch (field(key).map(Tree.Field::value).orElse(null)) {
      case null -> List.of();
      case Tree.Items list -> list.items();
      case Tree alone -> YamlFile.split(alone).toList();
    };
  }

  private <T> Optional<T> read(String key, String expected, Function<String, @Nullable T> reading) {
    return value(key).flatMap(value -> read(value, expected, reading));
  }

  private <T> Optional<T> read(Value value, String expected, Function<String, @Nullable T> reading) {
    Optional<T> read;
    try {
      read = Optional.ofNullable(reading.apply(value.text().strip()));
    } catch (NumberFormatException | DateTimeException _) {
      read = Optional.empty();
    }
    if (read.isEmpty()) {
      problems.add(value.place(), value.label() + ": '" + value.text() + "' is not " + expected);
    }
    return read;
  }

  /// Says that a value is missing, unless it is there and something else is wrong with it.
  private <T> T needed(String key, Optional<T> found, T standIn) {
    if (!has(key)) {
      missing(key);
    }
    return found.orElse(standIn);
  }

  private void missing(String key) {
    problem(key, "is needed");
  }

  private static String written(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
