package otklik.standing;

import java.time.InstantSource;
import java.util.List;
import otklik.kernel.Ids;
import otklik.storage.Database;
import otklik.workspaces.Channels;

/// Troubles for tests of the rails.
///
/// @param known   what is amiss
/// @param reports where it is said
public record TestTroubles(Troubles known, TroubleReports reports) {
  public static TestTroubles in(Database database, Channels channels, List<TroubleWatch> watches) {
    Troubles known = new Troubles(database, channels);
    return new TestTroubles(known, new TroubleReports(known, watches, database, new Ids(InstantSource.system())));
  }
}
