package otklik.channels.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import otklik.channels.Outcome;
import otklik.channels.Received;
import otklik.channels.Refusal;

/// Asks for updates over and over (Bot API 10.1, getUpdates). The offset of a request confirms all updates below it and
/// makes Telegram forget them, so it moves on only after the door kept them; until then the same ones come again.
final class Polling {
  private static final Logger log = LoggerFactory.getLogger(Polling.class);
  private static final int MOST_UPDATES = 100;
  private static final int MOST_WHILE_SCARCE = 10;
  private static final String WEBHOOK = "webhook is active";

  private final String name;
  private final Bot bot;
  private final Updates updates;
  private final Gate gate;
  private final FailureBackoff failureBackoff;
  private @Nullable Long offset;
  /// The last question was answered, so there is a connection. Thousands of bots must not make theirs at the same moment:
  /// that needs far more memory than to have them. So whoever has none asks without waiting, which is a call like others.
  private boolean connected;
  /// Null until the messenger has said anything.
  private @Nullable Boolean admitted;

  Polling(String name, Bot bot, Updates updates, Gate gate, FailureBackoff failureBackoff) {
    this.name = name;
    this.bot = bot;
    this.updates = updates;
    this.gate = gate;
    this.failureBackoff = failureBackoff;
  }

  /// Returns when the gate is closed; throws when interrupted, which cuts a waiting request short.
  void run() throws InterruptedException {
    try {
      untilClosed();
    } catch (Error fault) {
      log.error("{}: nothing asks for updates any more", name, fault);
      gate.askedInVain();
      throw fault;
    }
  }

  private void untilClosed() throws InterruptedException {
    boolean open = true;
    while (open) {
      try {
        open = once();
      } catch (RuntimeException notKept) {
        log.error("{}: updates could not be kept and will be asked for again", name, notKept);
        gate.askedInVain();
        failureBackoff.rest("updates can't be kept");
      }
    }
  }

  private boolean once() throws InterruptedException {
    boolean scarce = gate.isShortOfMemory();
    if (scarce) {
      failureBackoff.restWhileScarce();
    }
    int most = scarce ? MOST_WHILE_SCARCE : MOST_UPDATES;
    Reply reply = connected ? bot.updates(request(most, bot.pollTimeout())) : bot.updatesNow(request(most, Duration.ZERO));
    Batch batch = Batch.of(reply);
    connected = batch != null;
    if (batch == null) {
      gate.askedInVain();
      failed(bot.understand(reply));
      return true;
    }
    if (!Boolean.TRUE.equals(admitted)) {
      admitted = true;
      gate.admitted();
    }
    return accept(batch);
  }

  private BotApiRequest request(int most, Duration wait) {
    return BotApiRequest.to(
        "getUpdates",
        json -> {
          if (offset != null) {
            json.writeNumberProperty("offset", offset);
          }
          json.writeNumberProperty("limit", most);
          json.writeNumberProperty("timeout", wait.toSeconds());
          Webhook.writeAllowed(json);
        });
  }

  private boolean accept(Batch batch) throws InterruptedException {
    List<Received> received = received(batch);
    if (received.isEmpty()) {
      if (batch.updates().isEmpty()) {
        gate.answered();
        failureBackoff.calm();
      } else {
        failureBackoff.rest("only updates without an id came: they can't be confirmed");
      }
      return true;
    }
    if (!gate.accept(received)) {
      return false;
    }
    // The last of the batch, not the greatest ever: after a quiet week Telegram's numbers may begin lower again.
    offset = Long.parseLong(received.getLast().externalId()) + 1;
    gate.answered();
    failureBackoff.calm();
    return true;
  }

  private List<Received> received(Batch batch) {
    List<Received> received = new ArrayList<>(batch.updates().size());
    for (String raw : batch.updates()) {
      Received update = updates.received(raw);
      if (update == null) {
        log.error("{}: an update without an id is skipped ({} characters)", name, raw.length());
      } else {
        received.add(update);
      }
    }
    return received;
  }

  /// A webhook that somebody set before keeps the updates from us (server source, getUpdates: 409).
  private void failed(BotApiAnswer answer) throws InterruptedException {
    if (answer instanceof BotApiAnswer.Failed failed && isRevoked(failed) && !Boolean.FALSE.equals(admitted)) {
      admitted = false;
      gate.refused(failed.description());
    }
    if (!(answer instanceof BotApiAnswer.Failed(int code, String text, _, _) && code == 409
        && text.contains(WEBHOOK))) {
      failureBackoff.rest(answer);
      return;
    }
    BotApiAnswer removal = bot.ask(Webhook.removal());
    if (removal instanceof BotApiAnswer.Done) {
      log.warn("{}: removed a webhook in order to poll", name);
    } else {
      failureBackoff.rest(removal);
    }
  }

  private static boolean isRevoked(BotApiAnswer.Failed failed) {
    return ErrorMapping.of(failed, false) instanceof Outcome.Refused refused
        && refused.why() == Refusal.CHANNEL_REVOKED;
  }
}
