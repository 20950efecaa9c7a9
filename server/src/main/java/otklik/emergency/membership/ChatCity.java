package otklik.emergency.membership;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Member;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.emergency.membership.MembershipQuestions.Question;
import otklik.emergency.people.Communities;
import otklik.emergency.people.Community;
import otklik.emergency.settings.CityWords;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencySettings;
import otklik.geography.Cities;
import otklik.geography.City;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.storage.Json;
import otklik.talk.Press;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// In which city a chat is, as one of its administrators says. Whether somebody is one the messenger is asked each
/// time.
@Component
public final class ChatCity implements Listener {
  private static final String ADMINISTRATOR = "emergency.administrator";
  private static final String WISH = "bind";

  private final Communities communities;
  private final ChatQuestion chatQuestion;
  private final CommunityApproval communityApproval;
  private final MembershipQuestions membershipQuestions;
  private final People people;
  private final Deliveries deliveries;

  /// What somebody said or pressed, while the messenger is asked who they are. Stored.
  ///
  /// @param press   the id under which a press is answered; null for words
  /// @param message the words' id, or null
  /// @param city    its id for a press, empty for another one than those offered; else the words
  public record Naming(@Nullable String press, @Nullable String message, String city) {}

  ChatCity(Communities communities, ChatQuestion chatQuestion, CommunityApproval communityApproval,
      MembershipQuestions membershipQuestions, People people, Deliveries deliveries) {
    this.communities = communities;
    this.chatQuestion = chatQuestion;
    this.communityApproval = communityApproval;
    this.membershipQuestions = membershipQuestions;
    this.people = people;
    this.deliveries = deliveries;
  }

  void said(Turn turn, Community community, Incoming.Said said) throws Exception {
    if (community.state() == Community.State.ASKED && said.content() instanceof Content.Text words) {
      check(turn, community, said.by(), new Naming(null, said.ref().id(), words.text()));
    }
  }

  void pressed(Turn turn, @Nullable Community community, Incoming.Pressed pressed) throws Exception {
    Press press = Press.read(pressed.data(), EmergencyButton.BIND, EmergencyButton.BIND_OTHER).orElse(null);
    if (community == null || press == null) {
      answer(turn, pressed.place().chat(), pressed.press(), turn.text("emergency.button-outdated"));
    } else {
      check(turn, community, pressed.by(), new Naming(pressed.press(), null, press.detail()));
    }
  }

  /// Who speaks as the chat itself is one of its administrators; other chats and bots are nobody.
  private void check(Turn turn, Community community, Author by, Naming naming) throws Exception {
    if (by.id().equals(community.chat())) {
      named(turn, community, naming, null);
    } else if (by.human()) {
      PersonId person = people.seen(turn, by).id();
      long question = membershipQuestions.add(turn, person, community.id(), membershipQuestions.newWish(), WISH,
          Json.write(naming));
      deliveries.owe(turn, NewDelivery.words(new Call.AskMember(Place.chat(community.chat()), by.id()))
          .about(ADMINISTRATOR, question));
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ADMINISTRATOR);
  }

  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    Question question = membershipQuestions.find(turn, done.subject().id()).orElse(null);
    if (question == null) {
      return;
    }
    membershipQuestions.decided(turn, question.wish());
    Community community = communities.find(turn, question.community()).orElse(null);
    if (community == null) {
      return;
    }
    Naming naming = Json.read(question.data(), Naming.class);
    switch (done.outcome()) {
      case Outcome.Answered(Member member) when member.present() && member.human() && member.administrator() ->
          named(turn, community, naming, question.person());
      case Outcome.Answered _ ->
          reply(turn, community, naming, turn.text("emergency.chat.only-administrator"));
      case Outcome.Sent _, Outcome.Refused _ ->
          reply(turn, community, naming, turn.text("emergency.chat.cannot-tell"));
    }
  }

  private void named(Turn turn, Community community, Naming naming, @Nullable PersonId by) throws Exception {
    if (community.state() != Community.State.ASKED) {
      reply(turn, community, naming, known(turn.channel(), community));
      return;
    }
    Cities cities = EmergencySettings.of(turn.channel()).cities();
    if (naming.press() != null && naming.city().isEmpty()) {
      answer(turn, community.chat(), naming.press(), null);
      chatQuestion.again(turn, community, "emergency.chat.in-words", null, List.of());
      return;
    }
    List<City> meant = naming.press() == null ? cities.find(naming.city()).cities()
        : CityWords.known(cities, naming.city()).stream().toList();
    boolean isSure = meant.size() == 1 && (naming.press() != null || cities.find(naming.city()).isSure());
    if (isSure) {
      bind(turn, community, naming, meant.getFirst(), by);
    } else if (naming.press() != null) {
      answer(turn, community.chat(), naming.press(), turn.text("emergency.button-outdated"));
    } else {
      String key = meant.isEmpty() ? "emergency.chat.no-such-city" : "emergency.chat.which";
      chatQuestion.again(turn, community, key, naming.message(), meant);
    }
  }

  private void bind(Turn turn, Community community, Naming naming, City city, @Nullable PersonId by) throws Exception {
    boolean approves = EmergencySettings.of(turn.channel()).approvesChats();
    communities.boundTo(turn, community, city, by);
    if (!communities.becomes(turn, community, approves ? Community.State.WAITING : Community.State.ACTIVE)) {
      throw new IllegalStateException("the community has just been read in this transaction");
    }
    Community bound = communities.find(turn, community.id()).orElseThrow();
    if (naming.press() != null) {
      answer(turn, community.chat(), naming.press(), null);
    }
    chatQuestion.answered(turn, community);
    communityApproval.bound(turn, bound);
  }

  private static String known(Channel channel, Community community) {
    return community.city() == null ? channel.text("emergency.button-outdated")
        : channel.text("emergency.chat.known", "city",
            CoordinatorsNews.cityOf(channel, community));
  }

  /// Words are answered where everybody sees them, a press is answered to who pressed.
  private void reply(Turn turn, Community community, Naming naming, String text) throws SQLException {
    if (naming.press() != null) {
      answer(turn, community.chat(), naming.press(), text);
    } else {
      deliveries.owe(turn, NewDelivery.words(new Call.Say(Place.chat(community.chat()), Content.Text.of(text),
          naming.message() == null ? null : new Target.Known(naming.message()), List.of())));
    }
  }

  private void answer(Turn turn, String chat, String press, @Nullable String text) throws SQLException {
    deliveries.owe(turn, NewDelivery.words(new Call.AnswerPress(Place.chat(chat), press, text, text != null)));
  }
}
