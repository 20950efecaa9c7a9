package otklik.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.intake.IntakeStatus;
import otklik.kernel.Heap;

/// Whether there is enough memory for everything to come in.
@Component
final class MemoryCheck implements HealthCheck, MeterBinder {
  private final IntakeStatus intakeStatus;
  private final Heap heap;

  MemoryCheck(IntakeStatus intakeStatus, Heap heap) {
    this.intakeStatus = intakeStatus;
    this.heap = heap;
  }

  @Override
  public List<Problem> look() {
    return intakeStatus.isShortOfMemory() ? List.of(Problem.of(ProblemKind.MEMORY)) : List.of();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("otklik.memory.needed", heap::used)
        .description("the share of the heap that is needed, as of the last collection").register(registry);
    Gauge.builder("otklik.memory.short", () -> intakeStatus.isShortOfMemory() ? 1 : 0)
        .description("1 while updates come in slowly because memory is short").register(registry);
  }
}
