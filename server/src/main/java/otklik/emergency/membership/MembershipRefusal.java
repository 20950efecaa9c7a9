package otklik.emergency.membership;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.people.Communities;
import otklik.emergency.people.Community;
import otklik.emergency.people.Helplines;
import otklik.emergency.people.Neighbourhood;
import otklik.emergency.people.Resident;
import otklik.emergency.people.ResidentRows;
import otklik.emergency.settings.CityWords;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.settings.EmergencySettings;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.turns.Turn;

/// What somebody hears whose wish wasn't granted, whatever the wish: which chats are near, and how to try again.
@Component
public final class MembershipRefusal implements EmergencyPart, PersonButton {
  private static final int CHATS = 3;

  private final Communities communities;
  private final ResidentRows residentRows;
  private final Neighbourhood neighbourhood;
  private final Helplines helplines;
  private final Membership membership;
  private final Deliveries deliveries;

  MembershipRefusal(Communities communities, ResidentRows residentRows, Neighbourhood neighbourhood,
      Helplines helplines, Membership membership, Deliveries deliveries) {
    this.communities = communities;
    this.residentRows = residentRows;
    this.neighbourhood = neighbourhood;
    this.helplines = helplines;
    this.membership = membership;
    this.deliveries = deliveries;
  }

  /// @param data what the wish was made with: short, for it is carried by the button
  public void refused(Visitor visitor, String wish, String data, MemberAction.Why why) throws Exception {
    Button again = visitor.button("emergency.menu.check-again",
        Press.of(EmergencyButton.CHECK_AGAIN, wish + "/" + data).data());
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(words(visitor, why), List.of(List.of(again)))));
  }

  /// A text that may name the chats that are near, and the numbers that bring help.
  public String near(Visitor visitor, String key) {
    return visitor.text(key, "chats", chats(visitor), "numbers", helplines.of(visitor));
  }

  private String words(Visitor visitor, MemberAction.Why why) {
    return switch (why) {
      case NO_COMMUNITY -> near(visitor, "emergency.no-community");
      case NOT_A_MEMBER -> near(visitor, "emergency.not-a-member");
      case UNKNOWN -> near(visitor, "emergency.membership-unknown");
    };
  }

  private String chats(Visitor visitor) {
    Turn turn = visitor.turn();
    Resident resident = residentRows.find(turn, visitor.person().id()).orElseThrow();
    return neighbourhood.nearest(turn.channel(), communities.active(turn), resident, CHATS).stream()
        .map(community -> visitor.text("emergency.chat-line", "title", CoordinatorsNews.title(community),
            "city", cityOf(visitor, community)))
        .collect(Collectors.joining("\n"));
  }

  public static String cityOf(Visitor visitor, Community community) {
    String city = community.city();
    return city == null ? "" : CityWords.known(EmergencySettings.of(visitor.channel()).cities(), city)
        .map(known -> known.name(visitor.language())).orElse(city);
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.CHECK_AGAIN);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    String[] wish = pressing.press().detail().split("/", 2);
    if (wish.length < 2 || !membership.knows(wish[0])
        || residentRows.find(visitor.turn(), visitor.person().id()).isEmpty()) {
      return new Response.Outdated();
    }
    membership.wish(visitor, wish[0], wish[1]);
    return Response.says(visitor.text("emergency.checking"));
  }
}
