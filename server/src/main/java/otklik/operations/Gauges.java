package otklik.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import otklik.delivery.Waiting;
import otklik.intake.Aside;
import otklik.storage.Database;

/// Numbers that tell of trouble before people do.
@Component
class Gauges implements MeterBinder {
  private final Aside aside;
  private final Waiting waiting;

  Gauges(Database database, Waiting waiting) {
    this.aside = new Aside(database);
    this.waiting = waiting;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("otklik.updates.aside", () -> aside.all().size())
        .description("updates that could not be handled and wait for a decision").register(registry);
    Gauge.builder("otklik.deliveries.lanes.waiting", waiting::lanes)
        .description("chats and topics to which something is owed").register(registry);
  }
}
