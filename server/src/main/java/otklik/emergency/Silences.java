package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Chats of whose members the messenger doesn't tell. Coordinators hear when that begins and when it is over.
@Component
final class Silences {
  private final Communities communities;
  private final CoordinatorsNews news;

  Silences(Communities communities, CoordinatorsNews news) {
    this.communities = communities;
    this.news = news;
  }

  /// Whether "not a member" is surely true: to somebody who isn't an administrator a member may be called unknown.
  boolean isReliable(Tx tx, Channel channel, long community) {
    return communities.find(tx, channel, community).filter(Community::administrator).isPresent();
  }

  void begun(Tx tx, Channel channel, long community) throws Exception {
    tell(tx, channel, community, true, "emergency.room.silent");
  }

  void over(Tx tx, Channel channel, long community) throws Exception {
    tell(tx, channel, community, false, "emergency.room.silent-over");
  }

  private void tell(Tx tx, Channel channel, long id, boolean silent, String text) throws Exception {
    if (communities.silent(tx, channel, id, silent)) {
      Community community = communities.find(tx, channel, id).orElseThrow();
      news.tell(tx, channel, text, community);
    }
  }
}
