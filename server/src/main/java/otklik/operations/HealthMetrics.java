package otklik.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Inspection.Reception;
import otklik.kernel.TimeSource;
import otklik.storage.Database;

/// What readiness is judged by, as numbers. Nothing is asked for a scrape: the numbers are those of the last look.
@Component
final class HealthMetrics implements MeterBinder {
  private final Database database;
  private final DatabaseCheck rows;
  private final PollingCheck polling;
  private final WebhookCheck webhooks;
  private final BacklogCheck backlog;
  private final TimeSource time;

  HealthMetrics(Database database, DatabaseCheck rows, PollingCheck polling, WebhookCheck webhooks,
      BacklogCheck backlog, TimeSource time) {
    this.database = database;
    this.rows = rows;
    this.polling = polling;
    this.webhooks = webhooks;
    this.backlog = backlog;
    this.time = time;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("otklik.writer.queue", database::unfinishedWrites)
        .description("writes that wait or are being committed").register(registry);
    age("otklik.writer.commit.age.seconds", "since the last heartbeat was durable", rows::sinceCommit, null, registry);
    age("otklik.updates.oldest.seconds", "how long the oldest update waits to be handled", backlog::oldestUpdate, null,
        registry);
    age("otklik.deliveries.oldest.seconds", "how long the oldest delivery waits, for whatever reason",
        backlog::oldestDelivery, null, registry);
    age("otklik.deliveries.failing.seconds", "how long a delivery has been tried in vain, at most",
        backlog::failingDelivery, null, registry);
    age("otklik.timers.late.seconds", "how late the oldest timer is", rows::timersLate, null, registry);
    polling.polled().forEach(channel -> age("otklik.channel.poll.age.seconds",
        "since the messenger last answered with all updates kept", () -> polling.sinceAnswer(channel), channel.label(),
        registry));
    webhooks.pushed().forEach(channel -> {
      Gauge.builder("otklik.channel.webhook.pending",
              () -> webhooks.reception(channel).map(Reception::waiting).orElse(0))
          .tag("channel", channel.label()).description("updates that the messenger could not push yet")
          .register(registry);
      age("otklik.channel.webhook.error.age.seconds", "since the messenger last failed to push what waits; NaN if never",
          () -> webhooks.reception(channel).map(Reception::failure)
              .map(failure -> since(failure.at())).orElse(null), channel.label(),
          registry);
    });
  }

  private Duration since(Instant moment) {
    return Duration.between(moment, time.instant());
  }

  private static void age(String name, String description, Supplier<@Nullable Duration> age, @Nullable String channel,
      MeterRegistry registry) {
    Gauge.Builder<?> gauge = Gauge.builder(name, () -> seconds(age.get())).description(description);
    (channel == null ? gauge : gauge.tag("channel", channel)).register(registry);
  }

  private static double seconds(@Nullable Duration age) {
    return age == null ? Double.NaN : age.toMillis() / 1e3;
  }
}
