package otklik.conversations;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import playground.Group;
import playground.GroupHands;
import playground.Media;
import playground.Message;
import playground.TopicView;

/// A ticket's topic. What it shows, it shows in order.
final class Room {
  final Desk desk;
  private final Group group;
  final int id;
  private int seen;

  Room(Desk desk, Group group, TopicView topic) {
    this.desk = desk;
    this.group = group;
    this.id = topic.id();
  }

  String name() {
    return view().name();
  }

  TopicView view() {
    return group.topics().stream().filter(topic -> topic.id() == id).findFirst().orElseThrow();
  }

  /// The card, once it is there and pinned.
  Message card() {
    desk.await("a pinned card", () -> pinned().isPresent());
    return pinned().orElseThrow();
  }

  private Optional<Message> pinned() {
    return fromBot().stream().filter(Message::pinned).findFirst();
  }

  void cardShows(String words) {
    desk.await("the card to show «" + words + "», shows: " + pinned().map(Message::text).orElse("nothing"),
        () -> pinned().map(Message::text).orElse("").contains(words));
  }

  Message shows(String words) {
    return showsMessage("«" + words + "»", message -> message.text().contains(words));
  }

  Message showsMessage(String what, Predicate<Message> wanted) {
    desk.await("the topic to show " + what + " after " + seen + " in " + texts(), () -> next(wanted).isPresent());
    Message message = next(wanted).orElseThrow();
    seen = message.id();
    return message;
  }

  private Optional<Message> next(Predicate<Message> wanted) {
    return fromBot().stream().filter(message -> message.id() > seen && wanted.test(message)).findFirst();
  }

  List<Message> messages() {
    return group.messages(id);
  }

  /// Without service messages.
  List<Message> fromBot() {
    return messages().stream().filter(message -> !message.service() && desk.isBot(message.from())).toList();
  }

  /// Texts of the bot after the card.
  List<String> texts() {
    return fromBot().stream().filter(message -> !message.pinned()).map(Message::text).toList();
  }

  Operator operator(String name) {
    return new Operator(desk.operator(name).in(group).topic(id));
  }

  /// Someone in the group, with their hands in this topic.
  final class Operator {
    private final GroupHands hands;

    Operator(GroupHands hands) {
      this.hands = hands;
    }

    int writes(String text) {
      return hands.writes(text);
    }

    int sends(Media media) {
      return hands.sends(media);
    }

    int replies(int to, String text) {
      return hands.replies(to, text);
    }

    List<Integer> album(Media... items) {
      return hands.album(items);
    }

    /// Presses a button of the card; returns what they are told.
    String presses(String button) {
      return hands.presses(card().id(), button).answer();
    }

    GroupHands hands() {
      return hands;
    }
  }
}
