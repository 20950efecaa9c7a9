package otklik.delivery;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.storage.Database;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Tells those who watch the groups.
@Component
final class GroupLoadListeners {
  private static final Logger log = LoggerFactory.getLogger(GroupLoadListeners.class);

  private final List<GroupLoadListener> all;
  private final Database database;

  GroupLoadListeners(List<GroupLoadListener> all, Database database) {
    this.all = all;
    this.database = database;
  }

  @FunctionalInterface
  interface News {
    void to(Turn turn, GroupLoadListener watch) throws Exception;
  }

  void tell(Channel channel, News news) {
    database.write(tx -> {
      Turn turn = Turn.of(tx, channel);
      for (GroupLoadListener watch : all) {
        news.to(turn, watch);
      }
      return null;
    }).whenComplete((done, failure) -> {
      if (failure != null) {
        log.error("{}: news of a group were not taken in", channel.label(), failure);
      }
    });
  }
}
