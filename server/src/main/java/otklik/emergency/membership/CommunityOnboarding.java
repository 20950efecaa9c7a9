package otklik.emergency.membership;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.emergency.people.Communities;
import otklik.emergency.people.Community;
import otklik.talk.TeamGroups;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Makes communities of chats into which we are taken. The question for the city comes a moment after we do: a chat
/// that has just got a new id may be told of before its move is.
@Component
public final class CommunityOnboarding implements TimerHandler {
  private static final String ASK = "emergency.ask-city";
  private static final Duration MOMENT = Duration.ofSeconds(3);

  private final Communities communities;
  private final ChatQuestion chatQuestion;
  private final ChatCity chatCity;
  private final CoordinatorsNews news;
  private final TeamGroups teamGroups;
  private final Timers timers;

  CommunityOnboarding(Communities communities, ChatQuestion chatQuestion, ChatCity chatCity, CoordinatorsNews news,
      TeamGroups teamGroups, Timers timers) {
    this.communities = communities;
    this.chatQuestion = chatQuestion;
    this.chatCity = chatCity;
    this.news = news;
    this.teamGroups = teamGroups;
    this.timers = timers;
  }

  /// What members of a community say to each other is not even kept, but for answers to our question for the city.
  public boolean hears(Channel channel, Incoming incoming) {
    return switch (incoming) {
      case Incoming.Said said -> said.replyTo() != null && communities.isQuestion(channel, said.replyTo());
      case Incoming.Pressed _, Incoming.Standing _, Incoming.Moved _ -> true;
      case Incoming.Edited _, Incoming.Reacted _, Incoming.TopicChanged _, Incoming.Reachability _,
          Incoming.Ignored _, Incoming.NotUnderstood _ -> false;
    };
  }

  public void happened(Turn turn, Incoming incoming) throws Exception {
    switch (incoming) {
      case Incoming.Said said -> said(turn, said);
      case Incoming.Pressed pressed -> pressed(turn, pressed);
      case Incoming.Standing standing -> standing(turn, standing);
      case Incoming.Moved moved -> moved(turn, moved);
      case Incoming.Edited _, Incoming.Reacted _, Incoming.TopicChanged _, Incoming.Reachability _,
          Incoming.Ignored _, Incoming.NotUnderstood _ -> {
        // Nothing to do.
      }
    }
  }

  private void said(Turn turn, Incoming.Said said) throws Exception {
    Optional<Community> community = communities.inChat(turn, said.place().chat());
    if (community.isPresent()) {
      chatCity.said(turn, community.get(), said);
    }
  }

  private void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    chatCity.pressed(turn, communities.inChat(turn, pressed.place().chat()).orElse(null), pressed);
  }

  private void standing(Turn turn, Incoming.Standing standing) throws Exception {
    Community before = communities.inChat(turn, standing.chat()).orElse(null);
    if (!standing.member()) {
      if (before != null) {
        left(turn, before);
      }
      return;
    }
    Community now = communities.arrived(turn, standing);
    if (before == null) {
      askSoon(turn, now);
    } else if (before.state() == Community.State.GONE) {
      back(turn, now);
    } else if (before.state() == Community.State.ACTIVE && before.administrator() && !standing.administrator()) {
      news.tell(turn, "emergency.room.no-administrator", now);
    }
  }

  /// One that was agreed upon is a community again when we are back; any other has to be asked anew.
  private void left(Turn turn, Community community) throws Exception {
    timers.cancel(turn, ASK, Long.toString(community.id()));
    if (!communities.becomes(turn, community, Community.State.GONE)) {
      return;
    }
    if (community.state() == Community.State.ACTIVE) {
      news.tell(turn, "emergency.room.left", community);
    } else if (community.state() != Community.State.GONE) {
      communities.unbound(turn, community);
    }
  }

  private void back(Turn turn, Community community) throws Exception {
    if (community.city() == null) {
      communities.becomes(turn, community, Community.State.ASKED);
      askSoon(turn, community);
    } else if (communities.becomes(turn, community, Community.State.ACTIVE)) {
      news.tell(turn, "emergency.room.back", community);
    }
  }

  private void askSoon(Turn turn, Community community) {
    timers.set(turn, ASK, Long.toString(community.id()), "", turn.now().plus(MOMENT));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ASK);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Community community = communities.find(turn, Long.parseLong(timer.subject())).orElse(null);
    if (community == null || community.state() != Community.State.ASKED) {
      return;
    }
    if (teamGroups.have(turn.channel(), community.chat())) {
      communities.forget(turn, community);
    } else {
      chatQuestion.ask(turn, community);
    }
  }

  /// What was agreed upon for the chat holds for it under its new id. A question that nobody has answered is repeated
  /// there, because its buttons can't be reached any more.
  private void moved(Turn turn, Incoming.Moved moved) {
    communities.moved(turn, moved.fromChat(), moved.toChat());
    Community community = communities.inChat(turn, moved.toChat()).orElse(null);
    if (community == null) {
      return;
    }
    if (community.state() == Community.State.ASKED) {
      askSoon(turn, community);
    } else if (community.state() == Community.State.GONE && community.city() != null) {
      communities.becomes(turn, community, Community.State.ACTIVE);
    }
  }
}
