package otklik.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// A short question to the rows from beside the server, if there is one. Only where the schema is this version's
/// ([Checkup.Sound]); changes nothing.
public final class Beside {
  private Beside() {}

  /// @throws Unavailable when the database doesn't answer
  public static <T> T read(Address address, Function<DSLContext, T> question) {
    try (Connection connection = new UnpooledDataSource(address).getConnection()) {
      return question.apply(DSL.using(Queries.on(address.dialect(), SqlListener.NONE).set(connection)));
    } catch (SQLException | DataAccessException failure) {
      throw new Unavailable(failure);
    }
  }
}
