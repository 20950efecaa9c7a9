package otklik.emergency;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.delivery.MovedChats;
import otklik.storage.Tx;
import otklik.timers.Alarm;
import otklik.timers.Timer;
import otklik.timers.Timers;
import otklik.workspaces.Channel;

/// Makes communities of chats into which we are taken. The question for the city comes a moment after we do: a chat
/// that has just got a new id may be told of before its move is.
@Component
final class Gathering implements Alarm {
  private static final String ASK = "emergency.ask-city";
  private static final Duration MOMENT = Duration.ofSeconds(3);

  private final Communities communities;
  private final ChatQuestion chatQuestion;
  private final ChatCity chatCity;
  private final CoordinatorsNews news;
  private final MovedChats movedChats;
  private final Timers timers;
  private final InstantSource clock;

  Gathering(Communities communities, ChatQuestion chatQuestion, ChatCity chatCity, CoordinatorsNews news,
      MovedChats movedChats, Timers timers, InstantSource clock) {
    this.communities = communities;
    this.chatQuestion = chatQuestion;
    this.chatCity = chatCity;
    this.news = news;
    this.movedChats = movedChats;
    this.timers = timers;
    this.clock = clock;
  }

  /// Whether this answers our question for the city. Nothing else that is said in a community is any business of ours.
  boolean isAsked(Channel channel, Incoming.Said said) {
    return said.replyTo() != null && communities.isQuestion(channel, said.replyTo());
  }

  void said(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    Optional<Community> community = communities.inChat(tx, channel, said.place().chat());
    if (community.isPresent()) {
      chatCity.said(tx, channel, community.get(), said);
    }
  }

  void pressed(Tx tx, Channel channel, Incoming.Pressed pressed) throws Exception {
    chatCity.pressed(tx, channel, communities.inChat(tx, channel, pressed.place().chat()).orElse(null), pressed);
  }

  void standing(Tx tx, Channel channel, Incoming.Standing standing) throws Exception {
    Community before = communities.inChat(tx, channel, standing.chat()).orElse(null);
    if (!standing.member()) {
      if (before != null) {
        left(tx, channel, before);
      }
      return;
    }
    Community now = communities.arrived(tx, channel, standing);
    if (before == null) {
      askSoon(tx, channel, now);
    } else if (before.state() == Community.State.GONE) {
      back(tx, channel, now);
    } else if (before.state() == Community.State.ACTIVE && before.administrator() && !standing.administrator()) {
      news.tell(tx, channel, "emergency.room.no-administrator", now);
    }
  }

  /// One that was agreed upon is a community again when we are back; any other has to be asked anew.
  private void left(Tx tx, Channel channel, Community community) throws Exception {
    timers.cancel(tx, channel, ASK, Long.toString(community.id()));
    if (!communities.becomes(tx, channel, community, Community.State.GONE)) {
      return;
    }
    if (community.state() == Community.State.ACTIVE) {
      news.tell(tx, channel, "emergency.room.left", community);
    } else if (community.state() != Community.State.GONE) {
      communities.unbound(tx, channel, community);
    }
  }

  private void back(Tx tx, Channel channel, Community community) throws Exception {
    if (community.city() == null) {
      communities.becomes(tx, channel, community, Community.State.ASKED);
      askSoon(tx, channel, community);
    } else if (communities.becomes(tx, channel, community, Community.State.ACTIVE)) {
      news.tell(tx, channel, "emergency.room.back", community);
    }
  }

  private void askSoon(Tx tx, Channel channel, Community community) {
    timers.set(tx, channel, ASK, Long.toString(community.id()), "", clock.instant().plus(MOMENT));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ASK);
  }

  @Override
  public void ring(Tx tx, Timer timer) throws Exception {
    Channel channel = timer.channel();
    Community community = communities.find(tx, channel, Long.parseLong(timer.subject())).orElse(null);
    if (community == null || community.state() != Community.State.ASKED) {
      return;
    }
    if (isCoordinators(channel, community.chat())) {
      communities.forget(tx, channel, community);
    } else {
      chatQuestion.ask(tx, channel, community);
    }
  }

  private boolean isCoordinators(Channel channel, String chat) {
    return movedChats.current(channel, Emergency.settings(channel).coordinatorsChat()).equals(chat);
  }

  /// What was agreed upon for the chat holds for it under its new id. A question that nobody has answered is repeated
  /// there, because its buttons can't be reached any more.
  void moved(Tx tx, Channel channel, Incoming.Moved moved) {
    communities.moved(tx, channel, moved.fromChat(), moved.toChat());
    Community community = communities.inChat(tx, channel, moved.toChat()).orElse(null);
    if (community == null) {
      return;
    }
    if (community.state() == Community.State.ASKED) {
      askSoon(tx, channel, community);
    } else if (community.state() == Community.State.GONE && community.city() != null) {
      communities.becomes(tx, channel, community, Community.State.ACTIVE);
    }
  }
}
