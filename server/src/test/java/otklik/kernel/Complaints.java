package otklik.kernel;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// Hears everything that is logged as a warning or an error, until closed. The program sets the log up anew whenever it
/// starts, so this begins to listen after that.
public final class Complaints implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
        String thrown = event.getThrowableProxy() == null ? "" : " " + event.getThrowableProxy().getClassName() + ": "
            + event.getThrowableProxy().getMessage();
        heard.add(event.getLevel() + " " + event.getLoggerName() + ": " + event.getFormattedMessage() + thrown);
      }
    }
  };

  public Complaints() {
    ear.setContext(root.getLoggerContext());
    ear.start();
    root.addAppender(ear);
  }

  public List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    root.detachAppender(ear);
    ear.stop();
  }
}
