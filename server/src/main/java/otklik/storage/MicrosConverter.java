package otklik.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/// Instants as microseconds since 1970, the same on every database.
public final class MicrosConverter extends AbstractConverter<Long, Instant> {
  public MicrosConverter() {
    super(Long.class, Instant.class);
  }

  @Override
  public @Nullable Instant from(@Nullable Long micros) {
    return micros == null ? null : instant(micros);
  }

  @Override
  public @Nullable Long to(@Nullable Instant instant) {
    return instant == null ? null : micros(instant);
  }

  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
