package otklik;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import otklik.channels.Network;
import otklik.operations.Doctor;
import otklik.operations.SetAside;
import otklik.settings.WrongConfiguration;
import otklik.storage.Address;
import otklik.storage.Checkup;
import otklik.workspaces.Configuration;
import otklik.workspaces.Installation;
import otklik.workspaces.MemoryNeed;

/// The program's commands. Exit codes: 0 fine, 1 fault, 2 wrong configuration or command.
public final class Otklik {
  private Otklik() {}

  public static void main(String[] arguments) {
    int code = command(List.of(arguments));
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int command(List<String> arguments) {
    String command = arguments.isEmpty() ? "run" : arguments.getFirst();
    if (!command.equals("run")) {
      // Whoever typed a command wants its answer; only a server tells what its libraries do.
      LoggingSystem.get(Otklik.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }
    try {
      Installation installation = Configuration.load(Path.of(""), environment());
      if (!command.equals("aside")) {
        MemoryNeed.check(installation, Runtime.getRuntime().maxMemory());
      }
      return switch (command) {
        case "run" -> {
          mayMakeTables(installation.server().database());
          Running.start(installation, Environs.real());
          yield 0;
        }
        case "check-config" -> {
          Terminal.say("The configuration is fine: " + installation.workspaces().size() + " workspace(s), "
              + installation.workspaces().stream().mapToInt(workspace -> workspace.channels().size()).sum()
              + " channel(s).");
          yield 0;
        }
        case "doctor" -> doctor(installation);
        case "aside" -> SetAside.command(installation, arguments.subList(1, arguments.size()),
            InstantSource.system(), Terminal::say);
        default -> {
          Terminal.complain("There is no command '" + command + "'. ./otklik help lists all.");
          yield 2;
        }
      };
    } catch (WrongConfiguration wrong) {
      wrong.lines().forEach(Terminal::complain);
      return 2;
    } catch (RuntimeException failure) {
      Terminal.complain("Otklik could not start: " + reason(failure));
      return 1;
    }
  }

  private static void mayMakeTables(Address database) {
    Checkup.missingRights(database).ifPresent(missing -> {
      throw new CannotStart("the database user " + missing.user() + " may not create tables in the schema "
          + missing.schema() + ". Run in the database " + missing.database() + " as its owner: " + missing.grant());
    });
  }

  private static int doctor(Installation installation) {
    Network network = installation.server().network(Network.CALL_TIMEOUT, Network.POLL_TIMEOUT, new SystemTime());
    try {
      return Doctor.command(installation, network, Terminal::say);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /// The innermost reason says most, except that the framework wraps ours.
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null && !(innermost instanceof CannotStart)) {
      innermost = innermost.getCause();
    }
    return innermost instanceof CannotStart ? String.valueOf(innermost.getMessage()) : innermost.toString();
  }

  private static Map<String, String> environment() {
    return System.getenv();
  }
}
