package otklik.emergency.membership;

import org.springframework.stereotype.Component;
import otklik.emergency.people.Communities;
import otklik.emergency.people.Community;
import otklik.turns.Turn;

/// Chats of whose members the messenger doesn't tell. Coordinators hear when that begins and when it is over.
@Component
final class MembershipOutages {
  private final Communities communities;
  private final CoordinatorsNews news;

  MembershipOutages(Communities communities, CoordinatorsNews news) {
    this.communities = communities;
    this.news = news;
  }

  /// Whether "not a member" is surely true: to somebody who isn't an administrator a member may be called unknown.
  boolean isReliable(Turn turn, long community) {
    return communities.find(turn, community).filter(Community::administrator).isPresent();
  }

  void begun(Turn turn, long community) throws Exception {
    tell(turn, community, true, "emergency.room.silent");
  }

  void over(Turn turn, long community) throws Exception {
    tell(turn, community, false, "emergency.room.silent-over");
  }

  private void tell(Turn turn, long id, boolean silent, String text) throws Exception {
    if (communities.silent(turn, id, silent)) {
      Community community = communities.find(turn, id).orElseThrow();
      news.tell(turn, text, community);
    }
  }
}
