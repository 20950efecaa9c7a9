package otklik.emergency.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Member;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.MovedChats;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.dialogs.Visitor;
import otklik.emergency.membership.MembershipQuestions.Question;
import otklik.emergency.membership.MembershipQuestions.Reply;
import otklik.emergency.people.Communities;
import otklik.emergency.people.Community;
import otklik.emergency.people.Neighbourhood;
import otklik.emergency.people.Resident;
import otklik.emergency.people.ResidentRows;
import otklik.people.People;
import otklik.people.Person;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Whether somebody is a member of a community, as the messenger says. The question is a delivery, so nothing waits for
/// the network, and a restart forgets no wish.
@Component
public final class Membership implements Listener, TimerHandler {
  private static final String MEMBER = "emergency.member";
  /// What nearer chats say is waited for.
  private static final String NEARER = "emergency.nearer-chats";
  private static final Duration FOR_NEARER = Duration.ofSeconds(3);
  /// An answer is true for so long.
  private static final Duration FRESH = Duration.ofMinutes(2);
  /// When the messenger won't tell, whoever was a member lately is let in: somebody in need isn't locked out because a
  /// chat's settings have changed.
  private static final Duration LATELY = Duration.ofHours(24);
  /// More chats than this aren't asked for one wish.
  private static final int MOST = 12;

  private final Communities communities;
  private final ResidentRows residentRows;
  private final MembershipQuestions membershipQuestions;
  private final People people;
  private final Neighbourhood neighbourhood;
  private final MembershipOutages membershipOutages;
  private final Deliveries deliveries;
  private final MovedChats movedChats;
  private final Timers timers;
  private final Map<String, MemberAction> actions = new ConcurrentHashMap<>();

  Membership(Communities communities, ResidentRows residentRows, MembershipQuestions membershipQuestions,
      People people, Neighbourhood neighbourhood, MembershipOutages membershipOutages, Deliveries deliveries,
      MovedChats movedChats, Timers timers) {
    this.communities = communities;
    this.residentRows = residentRows;
    this.membershipQuestions = membershipQuestions;
    this.people = people;
    this.neighbourhood = neighbourhood;
    this.membershipOutages = membershipOutages;
    this.deliveries = deliveries;
    this.movedChats = movedChats;
    this.timers = timers;
  }

  void know(MemberAction action) {
    actions.put(action.name(), action);
  }

  boolean knows(String wish) {
    return actions.containsKey(wish);
  }

  /// Grants the wish at once when the person was seen a moment ago, else asks the messenger. The person's city must be
  /// known. Wishing again what is being asked already changes nothing.
  public void wish(Visitor visitor, String name, String data) throws Exception {
    Turn turn = visitor.turn();
    Resident resident = residentRows.find(turn, visitor.person().id()).orElseThrow();
    if (isSince(turn, resident, FRESH) && isActive(turn, resident.community())) {
      wish(name).granted(visitor, data);
      return;
    }
    List<Community> near = neighbourhood.nearest(turn.channel(), communities.active(turn), resident, MOST);
    if (near.isEmpty()) {
      wish(name).refused(visitor, data, MemberAction.Why.NO_COMMUNITY);
      return;
    }
    if (membershipQuestions.isOpen(turn, visitor.person().id(), name, data)) {
      return;
    }
    long wish = membershipQuestions.newWish();
    for (Community community : near) {
      long question = membershipQuestions.add(turn, visitor.person().id(), community.id(), wish, name, data);
      Place chat = Place.chat(movedChats.current(turn.channel(), community.chat()));
      deliveries.owe(turn, NewDelivery.words(new Call.AskMember(chat, visitor.person().account()))
          .about(MEMBER, question));
    }
  }

  /// What the person wished isn't granted any more, whatever the messenger says.
  public void drop(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    Set<Long> dropped = new HashSet<>();
    for (Question question : membershipQuestions.of(turn, visitor.person().id())) {
      if (dropped.add(question.wish())) {
        membershipQuestions.decided(turn, question.wish());
        if (knows(question.wishName())) {
          wish(question.wishName()).dropped(visitor, question.data());
        }
      }
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(MEMBER, NEARER);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    Question question = membershipQuestions.find(turn, done.subject().id()).orElse(null);
    if (question == null) {
      return;
    }
    switch (done.outcome()) {
      case Outcome.Answered(Member member) when member.present() -> {
        membershipOutages.over(turn, question.community());
        if (wish(question.wishName()).asksForTheNearest()) {
          answered(turn, question, Reply.YES);
        } else {
          granted(turn, question);
        }
      }
      case Outcome.Answered _ -> answered(turn, question,
          membershipOutages.isReliable(turn, question.community()) ? Reply.NO : Reply.UNKNOWN);
      case Outcome.Sent _, Outcome.Refused _ -> {
        membershipOutages.begun(turn, question.community());
        answered(turn, question, Reply.UNKNOWN);
      }
    }
  }

  /// A nearer chat doesn't answer: the nearest that did is as good.
  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Question nearest = membershipQuestions.ofWish(turn, Long.parseLong(timer.subject())).stream()
        .filter(each -> each.reply() == Reply.YES).findFirst().orElse(null);
    if (nearest != null) {
      granted(turn, nearest);
    }
  }

  private void granted(Turn turn, Question question) throws Exception {
    long community = nearer(turn, question);
    membershipQuestions.decided(turn, question.wish());
    residentRows.belongsTo(turn, question.person(), community);
    wish(question.wishName()).granted(visitor(turn, question), question.data());
  }

  /// Whoever belongs to a nearer chat, which only hasn't answered yet, goes on belonging to it.
  private long nearer(Turn turn, Question question) {
    Long before = residentRows.find(turn, question.person()).map(Resident::community).orElse(null);
    return membershipQuestions.ofWish(turn, question.wish()).stream()
        .filter(each -> before != null && each.community() == before && each.id() < question.id())
        .filter(each -> each.reply() == Reply.NONE || each.reply() == Reply.YES)
        .map(Question::community).findFirst().orElse(question.community());
  }

  private void answered(Turn turn, Question question, Reply reply) throws Exception {
    membershipQuestions.answered(turn, question, reply);
    List<Question> all = membershipQuestions.ofWish(turn, question.wish());
    Question nearest = all.stream().filter(each -> each.reply() == Reply.NONE || each.reply() == Reply.YES)
        .findFirst().orElse(null);
    if (nearest != null && nearest.reply() == Reply.YES) {
      granted(turn, nearest);
      return;
    }
    if (nearest != null) {
      if (all.stream().filter(each -> each.reply() == Reply.YES).count() == 1) {
        timers.set(turn, NEARER, Long.toString(question.wish()), "", turn.now().plus(FOR_NEARER));
      }
      return;
    }
    membershipQuestions.decided(turn, question.wish());
    Visitor visitor = visitor(turn, question);
    Optional<Resident> resident = residentRows.find(turn, question.person());
    boolean unknown = all.stream().anyMatch(each -> each.reply() == Reply.UNKNOWN
        && (resident.isEmpty() || resident.get().community() == null || each.community() == resident.get().community()));
    if (unknown && resident.isPresent() && isSince(turn, resident.get(), LATELY)) {
      wish(question.wishName()).granted(visitor, question.data());
    } else {
      residentRows.belongsNowhere(turn, question.person());
      wish(question.wishName()).refused(visitor, question.data(),
          unknown ? MemberAction.Why.UNKNOWN : MemberAction.Why.NOT_A_MEMBER);
    }
  }

  private Visitor visitor(Turn turn, Question question) {
    Person person = people.find(turn, question.person()).orElseThrow();
    String chat = residentRows.find(turn, question.person()).map(Resident::chat).orElse(person.account());
    return Visitor.of(turn, person, chat);
  }

  private boolean isActive(Turn turn, @Nullable Long community) {
    return community != null && communities.find(turn, community)
        .filter(found -> found.state() == Community.State.ACTIVE).isPresent();
  }

  private static boolean isSince(Turn turn, Resident resident, Duration time) {
    Instant checked = resident.checkedAt();
    return checked != null && checked.plus(time).isAfter(turn.now());
  }

  private MemberAction wish(String name) {
    MemberAction memberAction = actions.get(name);
    if (memberAction == null) {
      throw new IllegalStateException("nobody knows the wish " + name);
    }
    return memberAction;
  }
}
