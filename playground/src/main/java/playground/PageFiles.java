package playground;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/// The page itself: files of the jar, named here one by one.
final class PageFiles {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private PageFiles() {}

  static boolean serve(HttpExchange exchange, String path) throws IOException {
    var name = path.equals("/") ? "index.html" : path.substring(1);
    if (!name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '-' || c == '.')) return false;
    var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) return false;
    try (var stream = PageFiles.class.getResourceAsStream("/playground/page/" + name)) {
      if (stream == null) return false;
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      exchange.getResponseHeaders().set("Cache-Control", "no-cache");
      Wire.answer(exchange, 200, type, stream.readAllBytes());
      return true;
    }
  }
}
