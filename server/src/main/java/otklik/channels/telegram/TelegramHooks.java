package otklik.channels.telegram;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import otklik.channels.Lines;
import otklik.channels.Received;
import otklik.kernel.ChannelId;

/// Takes what Telegram posts to the webhook. Anything but a success makes Telegram send the update again, for a day
/// (server source, WebhookActor), so success is told only when the update is durable. Tells strangers nothing.
@RestController
final class TelegramHooks {
  static final String PATH = "/hooks/telegram";
  static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

  private static final Logger log = LoggerFactory.getLogger(TelegramHooks.class);
  private static final int MOST_BYTES = 1 << 20;
  /// Seconds.
  private static final String LATER = "10";

  private final Lines lines;

  TelegramHooks(Lines lines) {
    this.lines = lines;
  }

  @PostMapping(PATH + "/{channel}")
  ResponseEntity<Void> post(
      @PathVariable("channel") String channel,
      @RequestHeader(name = SECRET, required = false) @Nullable String secret,
      HttpServletRequest request)
      throws IOException {
    TelegramLine line = line(channel);
    if (line == null) {
      return answer(HttpStatus.NOT_FOUND);
    }
    if (!line.trusts(secret)) {
      return answer(HttpStatus.UNAUTHORIZED);
    }
    if (!line.mayPush()) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, LATER).build();
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      return answer(HttpStatus.CONTENT_TOO_LARGE);
    }
    Received update = line.update(new String(body, StandardCharsets.UTF_8));
    return answer(update == null ? HttpStatus.BAD_REQUEST : kept(line, update));
  }

  /// Null for a channel that isn't one of ours, or isn't open.
  private @Nullable TelegramLine line(String channel) {
    try {
      return lines.find(new ChannelId(Long.parseLong(channel)))
          .map(line -> line instanceof TelegramLine bot && !bot.isClosed() ? bot : null).orElse(null);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static HttpStatus kept(TelegramLine line, Received update) {
    try {
      return line.accept(update) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException notKept) {
      log.error("{}: update {} could not be kept", line.account().name(), update.externalId(), notKept);
    }
    return HttpStatus.SERVICE_UNAVAILABLE;
  }

  private static ResponseEntity<Void> answer(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
