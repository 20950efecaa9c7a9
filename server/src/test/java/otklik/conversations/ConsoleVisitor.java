package otklik.conversations;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Somebody at the console, as a browser speaks for them; without scripts.
final class ConsoleVisitor {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String base;
  private final Map<String, String> headers = new TreeMap<>();
  private String cookie = "";

  /// @param base where the server answers, such as `http://127.0.0.1:8080`
  ConsoleVisitor(String base) {
    this.base = base;
    headers.put("Accept-Language", "ru");
    headers.put("User-Agent", "Somebody's browser");
  }

  record Answer(int status, String location, String body, String setCookie) {}

  /// From now on their browser says that.
  ConsoleVisitor with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  /// @param form names and values by turns
  Answer post(String path, String... form) {
    return send(posting(path, form).header("Origin", base));
  }

  /// Sent by a page of another site.
  Answer postFromElsewhere(String path, String origin, String... form) {
    return send(posting(path, form).header("Origin", origin));
  }

  /// By something that says nothing of where it comes from.
  Answer postFromNowhere(String path, String... form) {
    return send(posting(path, form));
  }

  Answer signsIn(String login, String password) {
    return post("/console/sign-in", "login", login, "password", password);
  }

  String cookie() {
    return cookie;
  }

  private HttpRequest.Builder posting(String path, String... form) {
    Map<String, String> fields = new TreeMap<>();
    for (int i = 0; i < form.length; i += 2) {
      fields.put(form[i], form[i + 1]);
    }
    String body = fields.entrySet().stream().map(field -> field.getKey() + "="
        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    return request(path).POST(HttpRequest.BodyPublishers.ofString(body))
        .header("Content-Type", "application/x-www-form-urlencoded");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::header);
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String set = answer.headers().firstValue("Set-Cookie").orElse("");
      if (!set.isEmpty()) {
        cookie = set.substring(0, set.indexOf(';'));
      }
      return new Answer(answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body(), set);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(request.build().uri().getPath(), e);
    }
  }
}
