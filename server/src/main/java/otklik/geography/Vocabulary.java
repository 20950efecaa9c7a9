package otklik.geography;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/// Things by their names. Words of a name count as one without spaces, so that «Нью Йорк» is «Нью-Йорк».
final class Vocabulary<T> {
  /// What is shorter is too near to other words.
  private static final int LETTERS_OF_A_SLIP = 5;

  /// Longer where an ending was taken off as well: «беременна» isn't «Бремен».
  private static final int LETTERS_OF_AN_INFLECTED_SLIP = 7;

  /// Smaller words beside others are no part of a name that was written apart or wrongly: «у реки» isn't «Уреки».
  private static final int LETTERS_OF_A_PART = 3;

  /// Who writes more tells a story, in which a word that is near to a name is a word of its own.
  private static final int WORDS_OF_A_SLIP = 8;

  private final @Nullable Vocabulary<T> below;
  private final Predicate<T> stays;
  private final Map<String, List<Name<T>>> written = new HashMap<>();
  private final Map<String, List<Name<T>>> inflected = new HashMap<>();
  private int longest;

  private record Name<T>(List<Word> words, T thing) {
    boolean mayBe(List<Word> others) {
      return others.size() == words.size()
          && IntStream.range(0, words.size()).allMatch(place -> others.get(place).isFormOf(words.get(place)));
    }
  }

  /// What words name.
  ///
  /// @param exactly   as it is called
  /// @param otherwise in another form of the word, such as «в Москве»
  /// @param rest      the words that name nothing
  record Named<T>(Set<T> exactly, Set<T> otherwise, List<Word> rest) {
    boolean isNothing() {
      return exactly.isEmpty() && otherwise.isEmpty();
    }
  }

  Vocabulary() {
    this(null, _ -> true);
  }

  /// All the names of another one, to which none may be added any more, and those that are added here.
  ///
  /// @param stays whether something from below is still called as it is there
  Vocabulary(@Nullable Vocabulary<T> below, Predicate<T> stays) {
    this.below = below;
    this.stays = stays;
    this.longest = below == null ? 0 : below.longest;
  }

  void add(String called, T thing) {
    var name = new Name<>(Word.of(called), thing);
    longest = Math.max(longest, name.words().size());
    String asWritten = joined(name.words(), Word::written);
    written.computeIfAbsent(asWritten, _ -> new ArrayList<>()).add(name);
    Stream.of(asWritten, joined(name.words(), Word::stem)).distinct()
        .forEach(key -> inflected.computeIfAbsent(key, _ -> new ArrayList<>()).add(name));
  }

  /// A longer name hides those within it.
  Named<T> in(List<Word> words) {
    var exactly = new LinkedHashSet<T>();
    var otherwise = new LinkedHashSet<T>();
    var taken = new BitSet();
    forEachSpan(words, taken, (start, span) -> {
      Set<T> asWritten = things(written(joined(span, Word::written))
          .filter(name -> name.words().size() == span.size() || isName(span)));
      Set<T> found = asWritten.isEmpty()
          ? things(inflected(joined(span, Word::stem)).filter(name -> name.mayBe(span))) : asWritten;
      if (!found.isEmpty()) {
        (asWritten.isEmpty() ? otherwise : exactly).addAll(found);
        taken.set(start, start + span.size());
      }
    });
    List<Word> rest = IntStream.range(0, words.size()).filter(place -> !taken.get(place)).mapToObj(words::get).toList();
    return new Named<>(exactly, otherwise, rest);
  }

  /// What is named but for one letter too many, too few or wrong, or two that changed places.
  Set<T> near(List<Word> words) {
    if (words.size() > WORDS_OF_A_SLIP) {
      return Set.of();
    }
    Set<T> asWritten = near(words, Word::written, LETTERS_OF_A_SLIP);
    return asWritten.isEmpty() ? near(words, Word::stem, LETTERS_OF_AN_INFLECTED_SLIP) : asWritten;
  }

  private Set<T> near(List<Word> words, Function<Word, String> form, int letters) {
    var found = new LinkedHashSet<T>();
    var taken = new BitSet();
    forEachSpan(words, taken, (start, span) -> {
      String key = joined(span, form);
      if (key.length() >= letters && isName(span)) {
        var slips = new CharacterRunAutomaton(new LevenshteinAutomata(key, true).toAutomaton(1));
        Set<T> meant = things(allWritten()
            .filter(name -> name.length() >= letters && slips.run(name)).flatMap(this::written));
        if (!meant.isEmpty()) {
          found.addAll(meant);
          taken.set(start, start + span.size());
        }
      }
    });
    return found;
  }

  private static boolean isName(List<Word> span) {
    return span.size() == 1 || span.stream().allMatch(word -> word.written().length() >= LETTERS_OF_A_PART);
  }

  /// Runs of words that nobody has taken yet, longer ones first.
  private void forEachSpan(List<Word> words, BitSet taken, BiConsumer<Integer, List<Word>> look) {
    for (int length = Math.min(longest, words.size()); length > 0; length--) {
      for (int start = 0; start + length <= words.size(); start++) {
        int next = taken.nextSetBit(start);
        if (next < 0 || next >= start + length) {
          look.accept(start, words.subList(start, start + length));
        }
      }
    }
  }

  private Stream<String> allWritten() {
    Stream<String> here = written.keySet().stream();
    return below == null ? here : Stream.concat(below.allWritten(), here);
  }

  private Stream<Name<T>> written(String key) {
    Stream<Name<T>> here = written.getOrDefault(key, List.of()).stream();
    return below == null ? here : Stream.concat(staying(below.written(key)), here);
  }

  private Stream<Name<T>> inflected(String key) {
    Stream<Name<T>> here = inflected.getOrDefault(key, List.of()).stream();
    return below == null ? here : Stream.concat(staying(below.inflected(key)), here);
  }

  private Stream<Name<T>> staying(Stream<Name<T>> names) {
    return names.filter(name -> stays.test(name.thing()));
  }

  private static <T> Set<T> things(Stream<Name<T>> names) {
    return names.map(Name::thing).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String joined(List<Word> words, Function<Word, String> form) {
    return words.stream().map(form).collect(Collectors.joining());
  }
}
