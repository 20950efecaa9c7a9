package otklik.erasure;

import java.util.List;
import java.util.Optional;
import otklik.channels.Call;
import otklik.dialogs.Visitor;
import otklik.people.Person;
import otklik.rooms.CardFace;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// What a scenario knows of its people besides what the rails know: declared, so that the rail erases it. One bean for
/// each scenario; where people help each other, [HelperData] is another.
public interface PersonalData {
  String scenario();

  /// Whether the person works there: then their name stays known.
  boolean isOnTeam(Channel channel, Person person);

  /// Where the team reads and speaks of everybody, as it was configured; the main one first.
  List<String> groups(Channel channel);

  /// Which rows of the scenario's own tell of a person.
  default List<PersonalRows> rows() {
    return List.of();
  }

  /// What waits to be said in a ticket of the person is taken back, before anything of it is erased.
  default void takeBack(Turn turn, Ticket ticket) throws Exception {
    // Most scenarios say at once what there is to be said.
  }

  /// Ends a ticket of the person by the scenario's own commands, unless it is closed. Nothing of the person is in its
  /// rows any more; its chat and its room are still known.
  void close(Turn turn, Ticket ticket) throws Exception;

  /// What the ticket's card says once its person is forgotten. Without one, whatever stands of the ticket among the
  /// team is deleted, and a topic of its own with it.
  default Optional<ErasedCard> erasedCard() {
    return Optional.empty();
  }

  /// Whether something of the ticket stands, or stood before, in a room that it shared with others.
  default boolean wasInSharedRoom(Turn turn, Ticket ticket) throws Exception {
    return ticket.sharesRoom();
  }

  /// Answers in the team's groups that name tickets, of many people at once.
  default List<NamingAnswers> answersThatName() {
    return List.of();
  }

  /// What the person hears.
  ///
  /// @param done false while some of it is still to be erased
  default Call told(Visitor visitor, boolean done) {
    return visitor.says(visitor.ownText(done ? "forget.done" : "forget.begun"));
  }

  @FunctionalInterface
  interface ErasedCard {
    CardFace of(Turn turn, Ticket ticket) throws Exception;
  }
}
