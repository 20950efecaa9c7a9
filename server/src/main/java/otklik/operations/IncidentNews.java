package otklik.operations;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import otklik.storage.Tx;

/// What is to be told of some episodes: how each stood when this was made, in one message for each kind and ending.
final class IncidentNews {
  private static final int MOST_NAMED = 5;

  private final List<Episode> began = new ArrayList<>();
  private final List<Episode> ended = new ArrayList<>();
  private final List<Episode> past = new ArrayList<>();

  IncidentNews(List<Episode> episodes) {
    for (Episode episode : episodes) {
      (!episode.over ? began : episode.noted ? ended : past).add(episode);
    }
  }

  List<Episode> began() {
    return began;
  }

  List<Episode> over() {
    List<Episode> over = new ArrayList<>(ended);
    over.addAll(past);
    return over;
  }

  Set<ProblemKind> kinds() {
    List<Episode> all = over();
    all.addAll(began);
    return all.stream().map(episode -> episode.problem.kind()).collect(Collectors.toSet());
  }

  /// The rows decide what is news.
  void tell(Tx tx, OpsAlerts alerts) throws Exception {
    tell(tx, alerts, past, ".past");
    tell(tx, alerts, began.stream().filter(episode -> IncidentRows.add(tx, episode)).toList(), "");
    tell(tx, alerts, ended.stream().filter(episode -> IncidentRows.remove(tx, episode)).toList(), ".over");
  }

  private static void tell(Tx tx, OpsAlerts alerts, List<Episode> episodes, String ending) throws Exception {
    Map<ProblemKind, List<Episode>> kinds = episodes.stream()
        .collect(Collectors.groupingBy(episode -> episode.problem.kind(), () -> new EnumMap<>(ProblemKind.class),
            Collectors.toList()));
    for (Map.Entry<ProblemKind, List<Episode>> kind : kinds.entrySet()) {
      alerts.tell(tx, "health." + kind.getKey().word() + ending, Map.of("channels", labels(kind.getValue()),
          "cause", kind.getValue().getFirst().problem.cause(), "minutes", kind.getValue().stream().mapToLong(Episode::minutes).max().orElse(1)));
    }
  }

  private static String labels(List<Episode> episodes) {
    String named = episodes.stream().filter(episode -> episode.problem.channel() != null)
        .map(episode -> episode.problem.channel().label()).sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return episodes.size() > MOST_NAMED ? named + " + " + (episodes.size() - MOST_NAMED) : named;
  }
}
