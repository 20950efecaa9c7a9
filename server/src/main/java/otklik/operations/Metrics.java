package otklik.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import otklik.delivery.Waiting;
import otklik.intake.Aside;
import otklik.storage.Database;

/// Numbers that tell of trouble before people do, for Prometheus.
@RestController
class Metrics implements AutoCloseable {
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics pauses = new JvmGcMetrics();

  Metrics(Database database, Waiting waiting) {
    Aside aside = new Aside(database);
    Gauge.builder("otklik.updates.aside", () -> aside.all().size())
        .description("updates that could not be handled and wait for a decision").register(registry);
    Gauge.builder("otklik.deliveries.lanes.waiting", waiting::lanes)
        .description("chats and topics to which something is owed").register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    pauses.bindTo(registry);
  }

  @GetMapping(value = "/metrics", produces = FORMAT)
  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    pauses.close();
    registry.close();
  }
}
