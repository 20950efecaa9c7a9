package otklik.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import otklik.kernel.ChannelId;

/// The terms that a ticket is found by, each once and in order.
final class Terms {
  /// Of a telephone number also its end is found: without the country, without the area.
  private static final List<Integer> ENDS = List.of(10, 9, 7);
  /// PostgreSQL allows 1 MiB for the words of one row (text search limitations); a letter takes up to four bytes.
  private static final int MOST_LETTERS = 200_000;
  /// What is stored has the scopes, too, and few letters that take four bytes.
  private static final int MOST_STORED = 400_000;
  private static final int SCOPES = 36 * 36 * 36 * 36;

  private final TreeSet<String> terms = new TreeSet<>();
  private final Tokens tokens = new Tokens();
  private int letters;

  static Terms of(Searchable.Findable ticket) {
    Terms terms = new Terms();
    terms.add("#" + ticket.number());
    terms.add(Long.toString(ticket.number()));
    terms.say(ticket.names());
    ticket.words().forEach(terms::say);
    return terms;
  }

  private void say(String text) {
    String folded = Tokens.folded(text);
    for (String token : Tokens.in(folded)) {
      add(tokens.stem(token));
      if (token.indexOf('_') >= 0) {
        List.of(token.split("_")).forEach(part -> add(tokens.stem(part)));
      }
    }
    Matcher digits = Tokens.digits(folded);
    while (digits.find()) {
      String phone = Tokens.phone(digits.group());
      add(phone);
      ENDS.stream().filter(end -> end < phone.length()).forEach(end -> add(phone.substring(phone.length() - end)));
    }
  }

  private void add(String term) {
    if (!term.isEmpty() && letters + term.length() < MOST_LETTERS && terms.add(term)) {
      letters += term.length() + 1;
    }
  }

  /// What each term of a channel begins with. Two channels may share it: it saves looks, it doesn't keep secrets.
  static String scope(ChannelId channel) {
    int scope = Math.floorMod(Long.hashCode(channel.value() * 0x9E3779B97F4A7C15L), SCOPES);
    return "%4s".formatted(Integer.toString(scope, 36)).replace(' ', '0');
  }

  /// As they are stored.
  String stored(ChannelId channel) {
    String scope = scope(channel);
    StringBuilder all = new StringBuilder();
    for (String term : terms) {
      all.append(all.isEmpty() ? "" : " ").append(scope).append(term);
    }
    return all.toString();
  }

  /// The stored terms of both; of the second as many as there is room for.
  static String together(String one, String other) {
    Set<String> all = new TreeSet<>(List.of(one.split(" ")));
    int letters = one.length();
    for (String term : other.split(" ")) {
      if (letters + term.length() < MOST_STORED && all.add(term)) {
        letters += term.length() + 1;
      }
    }
    return letters == one.length() ? one : String.join(" ", all);
  }

  /// The stored terms of one that aren't among those of the other.
  static String without(String one, String other) {
    Collection<String> left = new TreeSet<>(List.of(one.split(" ")));
    List.of(other.split(" ")).forEach(left::remove);
    return String.join(" ", left);
  }
}
