package otklik.operations;

import java.util.List;
import java.util.function.Consumer;
import otklik.intake.Aside;
import otklik.storage.Database;
import otklik.storage.Watch;
import otklik.workspaces.Installation;

/// The command `aside`: lists updates that could not be handled, and with `replay` lets them be handled again.
public final class SetAside {
  private SetAside() {}

  /// Returns the exit code.
  public static int command(Installation installation, List<String> arguments, Consumer<String> terminal) {
    try (Database database = Database.open(installation.server().database(), Watch.NONE)) {
      Aside aside = new Aside(database);
      List<Aside.Item> items = aside.all();
      if (arguments.isEmpty()) {
        items.forEach(item -> terminal.accept(item.id().value() + "  " + item.workspace() + "/" + item.channel() + "  "
            + item.receivedAt() + "  " + item.error()));
        terminal.accept(items.size() + " update(s) set aside.");
        return 0;
      }
      if (arguments.size() == 2 && arguments.getFirst().equals("replay")) {
        String which = arguments.get(1);
        long replayed = items.stream()
            .filter(item -> which.equals("all") || which.equals(Long.toString(item.id().value())))
            .filter(aside::replay)
            .count();
        terminal.accept(replayed + " update(s) will be handled again.");
        return replayed == 0 ? 1 : 0;
      }
      terminal.accept("Usage: ./otklik aside, ./otklik aside replay ID, ./otklik aside replay all");
      return 2;
    }
  }
}
