package otklik.operations;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.delivery.DeliveriesAside;
import otklik.intake.UpdatesAside;
import otklik.kernel.DeadLetter;
import otklik.kernel.DeadLetters;
import otklik.storage.Database;
import otklik.storage.SqlListener;
import otklik.tickets.TicketNumbers;
import otklik.timers.TimersAside;
import otklik.workspaces.Installation;

/// The command `aside`: lists what could not be done (updates, timers, deliveries) and with `replay` lets it be done
/// again. Works beside a running server.
public final class SetAside {
  private SetAside() {}

  static List<DeadLetters> allOf(Database database) {
    return List.of(new UpdatesAside(database), new TimersAside(database), new DeliveriesAside(database));
  }

  /// Returns the exit code.
  public static int command(Installation installation, List<String> arguments, InstantSource clock,
      Consumer<String> terminal) {
    Long id = null;
    boolean replay = arguments.size() == 2 && arguments.getFirst().equals("replay");
    if (replay && !arguments.getLast().equals("all")) {
      id = number(arguments.getLast());
      replay = id != null;
    }
    if (!arguments.isEmpty() && !replay) {
      terminal.accept("Usage: ./otklik aside, ./otklik aside replay ID, ./otklik aside replay all");
      return 2;
    }
    try (Database database = Database.open(installation.server().database(), SqlListener.NONE, clock)) {
      return replay ? replay(database, id, clock, terminal) : list(database, clock, terminal);
    }
  }

  private static @Nullable Long number(String argument) {
    try {
      return Long.valueOf(argument);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static int replay(Database database, @Nullable Long id, InstantSource clock, Consumer<String> terminal) {
    int replayed = 0;
    for (DeadLetters letters : allOf(database)) {
      int these = letters.replay(id, clock.instant());
      if (these > 0) {
        terminal.accept("To be done again: " + letters.kinds() + " " + these);
      }
      replayed += these;
    }
    if (replayed == 0) {
      terminal.accept("Nothing of that is set aside.");
    }
    return replayed == 0 ? 1 : 0;
  }

  private static int list(Database database, InstantSource clock, Consumer<String> terminal) {
    List<String> counts = new ArrayList<>();
    for (DeadLetters letters : allOf(database)) {
      List<DeadLetter> found = letters.list();
      Map<Long, Long> tickets = new TicketNumbers(database).of(found.stream()
          .flatMap(letter -> letter.about().stream()).collect(Collectors.toSet()));
      found.forEach(letter -> terminal.accept(line(letter, tickets, clock)));
      counts.add(letters.kinds() + " " + found.size() + (found.size() == DeadLetters.MOST ? " or more" : ""));
    }
    terminal.accept("Set aside: " + String.join(", ", counts) + ".");
    return 0;
  }

  private static String line(DeadLetter letter, Map<Long, Long> tickets, InstantSource clock) {
    String ticket = letter.about().stream().filter(tickets::containsKey).findFirst()
        .map(id -> "  #%04d".formatted(tickets.get(id))).orElse("");
    return letter.kind() + " " + letter.id() + "  " + letter.workspace() + "/" + letter.channel() + ticket + "  "
        + age(Duration.between(letter.since(), clock.instant())) + "  " + letter.what() + "  " + letter.why();
  }

  private static String age(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
  }
}
