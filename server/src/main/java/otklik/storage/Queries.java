package otklik.storage;

import org.jooq.Configuration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;

/// How jOOQ is set up for one dialect.
final class Queries {
  private Queries() {}

  static Configuration on(SQLDialect dialect, SqlListener listener) {
    Configuration configuration = new DefaultConfiguration()
        .set(dialect)
        .set(new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.NEVER)
            .withExecuteLogging(false)
            .withCacheRecordMappers(true));
    return listener == SqlListener.NONE ? configuration : configuration.set(new Seen(listener));
  }

  private static final class Seen implements ExecuteListener {
    private static final long serialVersionUID = 1;
    private final transient SqlListener listener;

    Seen(SqlListener listener) {
      this.listener = listener;
    }

    @Override
    public void executeStart(ExecuteContext context) {
      String sql = context.sql();
      Query query = context.query();
      if (sql != null && query != null) {
        listener.executed(sql, query);
      } else if (sql != null) {
        listener.executed(sql);
      }
    }
  }
}
