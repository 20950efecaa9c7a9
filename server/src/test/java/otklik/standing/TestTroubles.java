package otklik.standing;

import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import otklik.kernel.Ids;
import otklik.storage.Database;
import otklik.workspaces.Channels;

/// Troubles for tests of the rails.
public final class TestTroubles {
  private TestTroubles() {}

  public static Troubles in(Database database, Channels channels, Supplier<Stream<TroubleWatch>> watches) {
    InstantSource clock = InstantSource.system();
    return new Troubles(database, channels, new ObjectProvider<>() {
      @Override
      public Stream<TroubleWatch> stream() {
        return watches.get();
      }
    }, new Ids(clock));
  }
}
