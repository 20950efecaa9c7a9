package otklik.notices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import otklik.channels.Ability;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.SettledDelivery;
import otklik.kernel.DeliveryId;
import otklik.storage.Database;
import otklik.storage.Json;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// At each start what stands for all to see is brought up to date: the menus of commands, and in each group's General
/// one pinned message that says how to work there. What didn't change isn't touched; the guide is edited where it
/// stands, and if somebody deleted it, it stays deleted.
@Component
final class NoticeBoard implements SmartLifecycle, Listener {
  private static final Logger log = LoggerFactory.getLogger(NoticeBoard.class);
  /// Stored, from when only the helpdesk put anything up.
  private static final String NOTICE = "helpdesk.notice";

  private final Channels channels;
  private final Notices notices;
  private final Deliveries deliveries;
  private final Database database;
  private final Posting posting;
  private volatile boolean running;

  NoticeBoard(Channels channels, Notices notices, Deliveries deliveries, Database database, Posting posting) {
    this.channels = channels;
    this.notices = notices;
    this.deliveries = deliveries;
    this.database = database;
    this.posting = posting;
  }

  @Override
  public void start() {
    running = true;
    CompletableFuture.allOf(channels.all().stream().flatMap(this::brought).toArray(CompletableFuture[]::new)).join();
  }

  /// Empty when everything stands as it should.
  private Stream<CompletableFuture<@Nullable Void>> brought(Channel channel) {
    Map<String, Notices.Notice> standing = notices.of(channel);
    Map<String, Call> offers = new LinkedHashMap<>(posting.menus(channel));
    offers.entrySet().removeIf(offer ->
        stands(standing.get(offer.getKey()), fingerprint(Json.write(offer.getValue()))));
    Map<Place, String> guides = new LinkedHashMap<>(posting.guides(channel));
    guides.entrySet().removeIf(guide ->
        stands(standing.get(guideIn(guide.getKey())), fingerprint(guide.getValue())));
    return offers.isEmpty() && guides.isEmpty() ? Stream.empty() : Stream.of(database.write(tx -> {
      Turn turn = Turn.of(tx, channel);
      for (Map.Entry<String, Call> offer : offers.entrySet()) {
        put(turn, offer.getKey(), fingerprint(Json.write(offer.getValue())), offer.getValue());
      }
      for (Map.Entry<Place, String> guide : guides.entrySet()) {
        showGuide(turn, guide.getKey(), guide.getValue(), standing.get(guideIn(guide.getKey())));
      }
      return null;
    }));
  }

  private static boolean stands(Notices.@Nullable Notice notice, String fingerprint) {
    return notice != null && notice.fingerprint().equals(fingerprint);
  }

  private static String guideIn(Place group) {
    return "guide:" + group.chat();
  }

  private void showGuide(Turn turn, Place group, String text, Notices.@Nullable Notice before) throws Exception {
    String kind = guideIn(group);
    if (before == null) {
      DeliveryId shown = put(turn, kind, fingerprint(text), Call.Say.text(group, text));
      if (turn.channel().messenger().can(Ability.PINS)) {
        deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING, new Call.Pin(group, new Target.MadeBy(shown, 0))));
      }
    } else {
      deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING,
          new Call.EditText(group, before.message(), Content.Text.of(text), List.of())));
      notices.changed(turn, kind, fingerprint(text));
    }
  }

  private DeliveryId put(Turn turn, String kind, String fingerprint, Call call) throws Exception {
    DeliveryId delivery = deliveries.owe(turn, NewDelivery.of(Priority.BOOKKEEPING, call).about(NOTICE, 0));
    notices.putUp(turn, kind, fingerprint, delivery);
    return delivery;
  }

  private static String fingerprint(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
          .digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(NOTICE);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) {
    switch (done.outcome()) {
      case Outcome.Sent sent -> sent.ids().forEach(id -> notices.shown(turn, done.id(), id));
      case Outcome.Answered _ -> throw new IllegalStateException("nothing was asked");
      case Outcome.Refused refused -> {
        log.warn("{}: the group's guide or menu was refused: {}; is tried again at the next start",
            turn.channel().label(),
            refused.detail());
        notices.failed(turn, done.id());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// When channels and projects are there, before anything can go out.
  @Override
  public int getPhase() {
    return 60;
  }
}
