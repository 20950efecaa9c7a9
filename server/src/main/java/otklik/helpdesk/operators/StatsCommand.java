package otklik.helpdesk.operators;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.settings.DeskPart;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.people.Person;
import otklik.talk.Inquiry;
import otklik.talk.RoomQuery;
import otklik.turns.ReadTurn;

/// `/stats`: how the desk does, in one message. Days are the desk's own, today among them.
@Component
final class StatsCommand implements DeskPart, RoomQuery {
  private static final List<Integer> DAYS = List.of(1, 7, 30);
  private static final int OPERATORS = 20;
  private static final DeskStatistics.Counts NONE = new DeskStatistics.Counts(DAYS.stream().map(_ -> 0).toList());

  private final DeskStatistics deskStatistics;
  private final People people;

  StatsCommand(DeskStatistics deskStatistics, People people) {
    this.deskStatistics = deskStatistics;
    this.people = people;
  }

  @Override
  public String name() {
    return "stats";
  }

  @Override
  public List<NewDelivery> shown(ReadTurn turn, Inquiry inquiry) throws Exception {
    Instant now = turn.now();
    ZoneId zone = turn.channel().zone();
    LocalDate today = now.atZone(zone).toLocalDate();
    List<Instant> since =
        DAYS.stream().map(days -> today.minusDays(days - 1).atStartOfDay(zone).toInstant()).toList();
    List<DeskStatistics.Move> moves = deskStatistics.moves(turn, since);
    String text = summary(turn, inquiry, since, moves, now) + operators(turn, inquiry, since.getLast(), moves);
    return List.of(NewDelivery.words(inquiry.answer(text)));
  }

  private String summary(ReadTurn turn, Inquiry inquiry, List<Instant> since, List<DeskStatistics.Move> moves,
      Instant now) {
    Map<String, DeskStatistics.Counts> marks = deskStatistics.marks(turn, since);
    DeskStatistics.Counts up = marks.getOrDefault("up", NONE);
    DeskStatistics.Counts all = marks.values().stream().reduce(NONE, DeskStatistics.Counts::plus);
    List<DeskStatistics.FirstAnswer> answers = deskStatistics.firstAnswers(turn, since.getLast());
    List<List<DeskStatistics.FirstAnswer>> each = since.stream()
        .map(beginning -> answers.stream().filter(answer -> !answer.at().isBefore(beginning)).toList()).toList();
    DeskStatistics.Now open = deskStatistics.now(turn, now);
    return inquiry.text("stats",
        "opened", row(deskStatistics.opened(turn, since).each(), String::valueOf),
        "closed", row(total(moves, "closed").each(), String::valueOf),
        "reopened", row(total(moves, "reopened").each(), String::valueOf),
        "median", row(each, list -> time(inquiry, quantile(list, 50))),
        "most", row(each, list -> time(inquiry, quantile(list, 90))),
        "punctual", row(each, list -> share(inquiry, (int) list.stream()
        .filter(DeskStatistics.FirstAnswer::inTime).count(),
            list.size())),
        "happy", row(IntStream.range(0, since.size()).boxed().toList(),
            i -> share(inquiry, up.each().get(i), all.each().get(i))),
        "fresh", open.fresh(), "taken", open.taken(), "overdue", open.overdue());
  }

  private static DeskStatistics.Counts total(List<DeskStatistics.Move> moves, String event) {
    return moves.stream().filter(move -> move.event().equals(event)).map(DeskStatistics.Move::counts)
        .reduce(NONE, DeskStatistics.Counts::plus);
  }

  private static <T> String row(List<T> each, Function<T, String> shown) {
    return each.stream().map(shown).collect(Collectors.joining(" · "));
  }

  /// The smallest time within which so many of a hundred were answered; null when none was.
  private static @Nullable Duration quantile(List<DeskStatistics.FirstAnswer> quickestFirst, int percent) {
    return quickestFirst.isEmpty() ? null
        : quickestFirst.get((quickestFirst.size() * percent + 99) / 100 - 1).spent();
  }

  private static String time(Inquiry inquiry, @Nullable Duration time) {
    return time == null ? inquiry.text("stats.none")
        : inquiry.text(time.toHours() == 0 ? "stats.minutes" : "stats.hours",
            "hours", time.toHours(), "minutes", time.toMinutesPart());
  }

  private static String share(Inquiry inquiry, int part, int whole) {
    return whole == 0 ? inquiry.text("stats.none") : Math.round(100.0 * part / whole) + "%";
  }

  private record Deeds(int answered, int closed) {
    Deeds plus(Deeds more) {
      return new Deeds(answered + more.answered, closed + more.closed);
    }
  }

  private String operators(ReadTurn turn, Inquiry inquiry, Instant since, List<DeskStatistics.Move> moves) {
    Map<PersonId, Deeds> deeds = new HashMap<>();
    Map<PersonId, Person> known = new HashMap<>();
    deskStatistics.answered(turn, since).forEach((account, answered) ->
        add(people.find(turn, account), new Deeds(answered, 0), deeds, known));
    for (DeskStatistics.Move move : moves) {
      if (move.actor() != null && move.event().equals("closed")) {
        add(people.find(turn, new PersonId(move.actor())), new Deeds(0, move.counts().each().getLast()),
            deeds, known);
      }
    }
    if (deeds.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>(List.of("\n\n" + inquiry.text("stats.operators")));
    deeds.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().answered() - entry.getValue().closed()))
        .limit(OPERATORS)
        .forEach(entry -> lines.add(inquiry.text("stats.operator", "name", known.get(entry.getKey()).spokenName(),
            "answered", entry.getValue().answered(), "closed", entry.getValue().closed())));
    return String.join("\n", lines);
  }

  private static void add(Optional<Person> person, Deeds more, Map<PersonId, Deeds> deeds,
      Map<PersonId, Person> known) {
    person.ifPresent(one -> {
      known.put(one.id(), one);
      deeds.merge(one.id(), more, Deeds::plus);
    });
  }
}
