package bench;

import java.util.Arrays;

/// The benchmarks by their names.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "relay" -> RelayBench.run(Options.read(rest));
      case "desk" -> DeskBench.run(rest);
      case "find" -> FindBench.run(Options.find(rest));
      case "emergency" -> EmergencyBench.run(rest);
      case "forget" -> ForgetBench.run(Options.Forget.read(rest));
      case "memory" -> MemoryBench.run(Options.Memory.read(rest));
      case RawCalls.NAME -> RawCalls.run(rest);
      default -> wrong("The benchmarks are: relay, desk, emergency, forget, find, memory");
    }
  }

  static void wrong(String what) {
    System.err.println(what);
    System.err.println(Options.USAGE);
    System.exit(2);
  }
}
