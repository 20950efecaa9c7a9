package otklik.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import otklik.kernel.ChannelId;

/// What somebody looks for: of each clause one of several readings, of each reading all terms. The last word may be the
/// beginning of one.
record SearchQuery(List<Clause> clauses) {
  private static final int MOST_CLAUSES = 20;
  private static final Pattern NUMBER = Pattern.compile("#?0*(\\d{1,18})");
  private static final int SHORTEST_BEGINNING = 3;
  private static final int SHORTEST_BEGINNING_OF_A_NUMBER = 4;

  record Clause(List<List<Term>> readings) {}

  record Term(String text, boolean isBeginning) {}

  static SearchQuery of(String text) {
    String folded = Tokens.folded(text);
    Reader reader = new Reader();
    Matcher digits = Tokens.digits(folded);
    int from = 0;
    while (digits.find()) {
      reader.words(folded.substring(from, digits.start()), false);
      boolean last = folded.substring(digits.end()).isBlank();
      reader.clauses.add(new Clause(List.of(List.of(new Term(Tokens.phone(digits.group()), false)),
          reader.all(digits.group(), last))));
      from = digits.end();
    }
    reader.words(folded.substring(from), true);
    return new SearchQuery(reader.clauses.stream().limit(MOST_CLAUSES).toList());
  }

  private static final class Reader {
    private final List<Clause> clauses = new ArrayList<>();
    private final Tokens tokens = new Tokens();

    void words(String text, boolean atTheEnd) {
      String[] words = text.strip().split("\\s+");
      for (int i = 0; i < words.length; i++) {
        word(words[i], atTheEnd && i == words.length - 1);
      }
    }

    private void word(String word, boolean last) {
      List<List<Term>> readings = new ArrayList<>();
      Matcher number = NUMBER.matcher(word);
      if (number.matches()) {
        readings.add(List.of(new Term("#" + number.group(1), false)));
      }
      List<Term> plain = all(word, false);
      if (!plain.isEmpty()) {
        readings.add(plain);
        List<Term> begun = all(word, last);
        if (!begun.equals(plain)) {
          readings.add(begun);
        }
      }
      if (!readings.isEmpty()) {
        clauses.add(new Clause(readings));
      }
    }

    /// @param last whether its last token may go on
    List<Term> all(String text, boolean last) {
      List<String> written = Tokens.in(text);
      List<Term> all = new ArrayList<>(written.stream().map(token -> new Term(tokens.stem(token), false)).toList());
      if (last && !written.isEmpty() && mayGoOn(written.getLast())) {
        all.set(all.size() - 1, new Term(written.getLast(), true));
      }
      return all;
    }

    /// Too short a beginning would mean almost everything. Where nothing stands between words, one sign may be a word.
    private static boolean mayGoOn(String token) {
      return token.codePoints().allMatch(Character::isIdeographic) || token.length() >= (token.chars().allMatch(Character::isDigit) ? SHORTEST_BEGINNING_OF_A_NUMBER
          : SHORTEST_BEGINNING);
    }
  }

  boolean isEmpty() {
    return clauses.isEmpty();
  }

  /// Whether stored terms answer it.
  boolean matches(ChannelId channel, String terms) {
    String between = " " + terms + " ";
    String scope = " " + Terms.scope(channel);
    return clauses.stream().allMatch(clause -> clause.readings().stream().anyMatch(all -> all.stream()
        .allMatch(term -> between.contains(scope + term.text() + (term.isBeginning() ? "" : " ")))));
  }

  /// SQLite's FTS5 query syntax.
  String fts5(ChannelId channel) {
    String scope = Terms.scope(channel);
    return written(" AND ", " OR ", term -> "\"" + scope + term.text() + "\"" + (term.isBeginning() ? " *" : ""));
  }

  /// PostgreSQL's tsquery.
  String tsquery(ChannelId channel) {
    String scope = Terms.scope(channel);
    return written(" & ", " | ", term -> "'" + scope + term.text() + "'" + (term.isBeginning() ? ":*" : ""));
  }

  /// No term holds a quotation mark: see [Tokens].
  private String written(String and, String or, Function<Term, String> written) {
    return clauses.stream().map(clause -> clause.readings().stream()
            .map(all -> all.stream().map(written).collect(Collectors.joining(and, "(", ")")))
            .collect(Collectors.joining(or, "(", ")")))
        .collect(Collectors.joining(and));
  }
}
