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

  static Configuration on(SQLDialect dialect, Watch watch) {
    Configuration configuration = new DefaultConfiguration()
        .set(dialect)
        .set(new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.NEVER)
            .withExecuteLogging(false)
            .withCacheRecordMappers(true));
    return watch == Watch.NONE ? configuration : configuration.set(new Seen(watch));
  }

  private static final class Seen implements ExecuteListener {
    private static final long serialVersionUID = 1;
    private final transient Watch watch;

    Seen(Watch watch) {
      this.watch = watch;
    }

    @Override
    public void executeStart(ExecuteContext context) {
      String sql = context.sql();
      Query query = context.query();
      if (sql != null && query != null) {
        watch.executed(sql, query);
      } else if (sql != null) {
        watch.executed(sql);
      }
    }
  }
}
