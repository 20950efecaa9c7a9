package playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A bot's program in its barest form: JSON over HTTP.
final class Caller {
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    JsonNode result() {
      if (status != 200) throw new AssertionError(raw.body());
      return body.path("result");
    }

    String description() {
      return body.path("description").asString("");
    }
  }

  private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;

  Caller(Playground playground, String token) {
    this.base = playground.apiUrl() + "/bot" + token + "/";
  }

  Answer call(String method, String json) {
    return send(post(method, json));
  }

  CompletableFuture<Answer> callLater(String method, String json) {
    return CLIENT.sendAsync(post(method, json), HttpResponse.BodyHandlers.ofString()).thenApply(Caller::read);
  }

  static Answer send(HttpRequest request) {
    try {
      return read(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  HttpRequest post(String method, String json) {
    return HttpRequest.newBuilder(URI.create(base + method))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
  }

  Answer sendMessage(long chat, String text) {
    return call("sendMessage", message(chat, text).toString());
  }

  static ObjectNode message(long chat, String text) {
    return Json.object().put("chat_id", chat).put("text", text);
  }

  /// The updates from this offset on, without waiting.
  JsonNode updates(long offset) {
    return call("getUpdates", "{\"offset\":" + offset + ",\"timeout\":0}").result();
  }

  private static Answer read(HttpResponse<String> response) {
    var json = response.body().startsWith("{") ? Json.parse(response.body()) : Json.object();
    return new Answer(response.statusCode(), json, response);
  }
}
