package otklik.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.delivery.BacklogGauge;
import otklik.delivery.GroupLoad;
import otklik.delivery.GroupLoads;
import otklik.kernel.DeadLetters;
import otklik.standing.Trouble;
import otklik.standing.Troubles;
import otklik.storage.Database;

/// Numbers that tell of trouble before people do, for Prometheus.
@RestController
class Metrics implements AutoCloseable {
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final GroupLoads groups;
  private final MultiGauge rates;
  private final MultiGauge delays;
  private final JvmGcMetrics pauses = new JvmGcMetrics();

  Metrics(Database database, BacklogGauge backlogGauge, GroupLoads groups, Troubles troubles,
      List<MeterBinder> health) {
    this.groups = groups;
    this.rates = MultiGauge.builder("otklik.group.rate")
        .description("operations a minute that a group is granted, as far as is learned").register(registry);
    this.delays = MultiGauge.builder("otklik.group.delay.seconds")
        .description("how long people's words will wait for a group").register(registry);
    Gauge.builder("otklik.groups.overloaded", () -> groups.all().stream().filter(GroupLoad::overloaded).count())
        .description("groups that have more to show than they are granted").register(registry);
    for (DeadLetters letters : SetAside.allOf(database)) {
      Gauge.builder("otklik." + letters.kinds() + ".aside", letters::count)
          .description("what could not be done and waits for a decision: ./otklik aside lists it; at most "
              + DeadLetters.MOST).register(registry);
    }
    Gauge.builder("otklik.deliveries.lanes.waiting", backlogGauge::lanes)
        .description("chats and topics to which something is owed").register(registry);
    for (Trouble.Kind kind : Trouble.Kind.values()) {
      Gauge.builder("otklik.channels.troubles",
              () -> troubles.all().stream().filter(one -> one.trouble().kind() == kind).count())
          .tag("kind", kind.word())
          .description("channels that somebody must mend something for").register(registry);
    }
    health.forEach(part -> part.bindTo(registry));
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    pauses.bindTo(registry);
  }

  @GetMapping(value = "/metrics", produces = FORMAT)
  String scrape() {
    List<GroupLoad> all = groups.all();
    rates.register(rows(all, GroupLoad::perMinute), true);
    delays.register(rows(all, load -> load.delay().toMillis() / 1e3), true);
    return registry.scrape();
  }

  private static List<MultiGauge.Row<?>> rows(List<GroupLoad> all, ToDoubleFunction<GroupLoad> value) {
    return all.stream().<MultiGauge.Row<?>>map(load -> MultiGauge.Row.of(
        Tags.of("channel", load.channel().label(), "group", load.chat()), value.applyAsDouble(load))).toList();
  }

  @Override
  public void close() {
    pauses.close();
    registry.close();
  }
}
