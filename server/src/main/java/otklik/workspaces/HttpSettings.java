package otklik.workspaces;

import java.util.List;
import java.util.regex.Pattern;
import otklik.settings.Section;

/// Where the server answers.
///
/// @param address        the only one that it listens on
/// @param port           0 takes any free one
/// @param trustedProxies the addresses whose word counts about who asked (X-Forwarded-For, -Proto, -Host)
public record HttpSettings(String address, int port, List<String> trustedProxies) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern ADDRESS =
      Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]+");

  static HttpSettings read(Section environment) {
    String address = environment.has("HTTP_ADDRESS")
        ? environment.text("HTTP_ADDRESS", ADDRESS, "an address of this machine: 127.0.0.1 (this machine alone), "
            + "192.168.1.5 and the like, or 0.0.0.0 (all that it has)")
        : LOOPBACK;
    List<String> proxies = environment.texts("TRUSTED_PROXIES");
    for (String proxy : proxies) {
      if (!ADDRESS.matcher(proxy).matches()) {
        environment.problem("TRUSTED_PROXIES", "is not a list of addresses such as 127.0.0.1 with commas between them");
      }
    }
    return new HttpSettings(address, environment.whole("HTTP_PORT", 0, 65_535, 8080), List.copyOf(proxies));
  }
}
