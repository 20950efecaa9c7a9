package bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the command line asks for.
///
/// @param messages how many a run relays
/// @param seconds  how long the latency is measured, at 20 messages a second
record Options(Set<Kind> databases, int runs, int messages, int seconds) {
  static final String USAGE =
      "./otklik bench relay [--db sqlite|postgres|all] [--runs 4] [--messages 2000] [--seconds 20]\n"
          + "./otklik bench desk [--minutes 4]\n"
          + "./otklik bench emergency [--helpers 5000]\n"
          + "./otklik bench find [--db sqlite|postgres|all] [--messages 1000000]\n"
          + "./otklik bench forget [--db sqlite|postgres|all] [--deliveries 5000000] [--updates 1000000]\n"
          + "./otklik bench memory [--desks 1,300,1000,3000] [--rows 1000000] [--tls on|off]";

  enum Kind {
    SQLITE,
    POSTGRES
  }

  /// For searches: `messages` is how many were written before.
  static Options find(String... arguments) {
    return new Options(EnumSet.allOf(Kind.class), 4, 1_000_000, 20).reading(arguments);
  }

  static Options read(String... arguments) {
    return new Options(EnumSet.allOf(Kind.class), 4, 2_000, 20).reading(arguments);
  }

  private Options reading(String... arguments) {
    Options options = this;
    List<String> left = new ArrayList<>(List.of(arguments));
    while (!left.isEmpty()) {
      String name = left.removeFirst();
      String value = left.isEmpty() ? "" : left.removeFirst();
      options = options.with(name, value);
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--db" -> new Options(databases(value), runs, messages, seconds);
      case "--runs" -> new Options(databases, number(name, value, 1, 100), messages, seconds);
      case "--messages" -> new Options(databases, runs, number(name, value, Desk.PEOPLE, 1_000_000), seconds);
      case "--seconds" -> new Options(databases, runs, messages, number(name, value, 1, 3_600));
      default -> throw wrong("There is no option " + name);
    };
  }

  /// @param deliveries how many settled ones of others there are
  /// @param updates    how many handled ones of others there are, and how many messages
  record Forget(Set<Kind> databases, int deliveries, int updates) {
    static Forget read(String... arguments) {
      Forget options = new Forget(EnumSet.allOf(Kind.class), 5_000_000, 1_000_000);
      for (int i = 0; i < arguments.length; i += 2) {
        String value = i + 1 < arguments.length ? arguments[i + 1] : "";
        options = switch (arguments[i]) {
          case "--db" -> new Forget(Options.databases(value), options.deliveries, options.updates);
          case "--deliveries" ->
              new Forget(options.databases, number("--deliveries", value, 1, 100_000_000), options.updates);
          case "--updates" -> new Forget(options.databases, options.deliveries, number("--updates", value, 1, 100_000_000));
          default -> throw wrong("There is no option " + arguments[i]);
        };
      }
      return options;
    }
  }

  /// @param desks how many poll, in turn
  /// @param rows  how many wait; 0 leaves that out
  /// @param tls   whether the messenger is spoken to as Telegram is
  record Memory(List<Integer> desks, int rows, boolean tls) {
    static Memory read(String... arguments) {
      Memory options = new Memory(List.of(1, 300, 1_000, 3_000), 1_000_000, true);
      for (int i = 0; i < arguments.length; i += 2) {
        String value = i + 1 < arguments.length ? arguments[i + 1] : "";
        options = switch (arguments[i]) {
          case "--desks" -> new Memory(desks(value), options.rows, options.tls);
          case "--rows" -> new Memory(options.desks, number("--rows", value, 0, 10_000_000), options.tls);
          case "--tls" -> new Memory(options.desks, options.rows, onOrOff("--tls", value));
          default -> throw wrong("There is no option " + arguments[i]);
        };
      }
      return options;
    }

    private static List<Integer> desks(String value) {
      return value.isEmpty() ? List.of()
          : Stream.of(value.split(",")).map(one -> number("--desks", one, 1, 10_000)).toList();
    }
  }

  private static boolean onOrOff(String name, String value) {
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default -> throw wrong(name + " is on or off");
    };
  }

  private static Set<Kind> databases(String value) {
    return switch (value) {
      case "sqlite" -> EnumSet.of(Kind.SQLITE);
      case "postgres" -> EnumSet.of(Kind.POSTGRES);
      case "all" -> EnumSet.allOf(Kind.class);
      default -> throw wrong("--db is sqlite, postgres or all");
    };
  }

  private static int number(String name, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(name + " takes a number");
    }
    throw wrong(name + " is a number from " + least + " to " + most);
  }

  private static IllegalArgumentException wrong(String what) {
    Main.wrong(what);
    return new IllegalArgumentException(what);
  }
}
