package otklik.emergency.cards;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.delivery.MovedChats;
import otklik.emergency.requests.Visibility;
import otklik.emergency.settings.EmergencySettings;
import otklik.kernel.MessageId;
import otklik.rooms.CardFace;
import otklik.rooms.RoomPlacement;
import otklik.rooms.RoomProvider;
import otklik.standing.Trouble;
import otklik.standing.Troubles;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Where coordinators have each request: in a topic of its own, or among others in a chat that has no topics. While
/// topics can't be opened in a group that should have them, nobody waits for that.
@Component
final class RequestRooms implements RoomProvider {
  private static final Set<Trouble.Kind> IN_THE_WAY =
      EnumSet.of(Trouble.Kind.NO_TOPICS, Trouble.Kind.NOT_ADMIN, Trouble.Kind.NO_RIGHT_TO_TOPICS);

  private final CardRows cards;
  private final Visibility visibility;
  private final Troubles troubles;
  private final MovedChats movedChats;

  RequestRooms(CardRows cards, Visibility visibility, Troubles troubles, MovedChats movedChats) {
    this.cards = cards;
    this.visibility = visibility;
    this.troubles = troubles;
    this.movedChats = movedChats;
  }

  @Override
  public String scenario() {
    return EmergencySettings.SCENARIO;
  }

  @Override
  public RoomPlacement placement(Turn turn, Ticket ticket) {
    EmergencySettings settings = EmergencySettings.of(turn.channel());
    String chat = settings.coordinatorsChat();
    String now = movedChats.current(turn.channel(), chat);
    boolean topics = settings.coordinatorsTopics()
        && IN_THE_WAY.stream().noneMatch(kind -> troubles.goesOn(turn.channel(), kind, now));
    return topics ? new RoomPlacement.OwnTopic(chat, cards.read(turn, ticket).topicName())
        : new RoomPlacement.InChat(chat, ticket.shownNumber());
  }

  @Override
  public CardFace card(Turn turn, Ticket ticket) {
    return cards.read(turn, ticket).face();
  }

  /// Where somebody is, and what they and their helper say to each other, isn't for the group.
  @Override
  public boolean hearsEverything() {
    return false;
  }

  /// What coordinators were answered.
  @Override
  public Set<MessageId> passed(Turn turn, Ticket ticket) {
    return visibility.forCoordinators(turn, ticket.id());
  }
}
