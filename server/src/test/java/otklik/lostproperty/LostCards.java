package otklik.lostproperty;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.commands.Phrase;
import otklik.commands.Phrases;
import otklik.kernel.MessageId;
import otklik.relay.Relay;
import otklik.rooms.CardFace;
import otklik.rooms.RoomPlacement;
import otklik.rooms.RoomProvider;
import otklik.talk.Press;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.turns.Turn;

/// A topic for each thing, and the card in it. What and where stand nowhere but in the messages that say so.
@Component
final class LostCards implements RoomProvider {
  /// In full it stands below the card.
  private static final int LONGEST = 1_000;

  private final Timeline timeline;
  private final Relay relay;
  private final Phrases phrases;

  LostCards(Timeline timeline, Relay relay, Phrases phrases) {
    this.timeline = timeline;
    this.relay = relay;
    this.phrases = phrases;
  }

  @Override
  public String scenario() {
    return LostProperty.NAME;
  }

  @Override
  public RoomPlacement placement(Turn turn, Ticket ticket) {
    return new RoomPlacement.OwnTopic(LostProperty.settings(turn.channel()).staffChat(), ticket.shownNumber());
  }

  @Override
  public CardFace card(Turn turn, Ticket ticket) throws SQLException {
    List<String> said = relay.contents(turn, reported(turn, ticket)).stream()
        .map(content -> content instanceof Content.Text text ? turn.channel().sizes().part(text.text(), LONGEST) : "").toList();
    String state = phrases.said(turn, Phrase.of("lostproperty.state." + ticket.state(), "name", ticket.owner())).text();
    return new CardFace(Content.Text.of(turn.text("lostproperty.card", "number", ticket.shownNumber(),
        "what", said.isEmpty() ? "" : said.getFirst(),
        "where", said.size() < 2 ? turn.text("lostproperty.nowhere") : said.getLast(), "state", state)),
        switch (ticket.state()) {
          case Ticket.CLOSED -> List.of();
          case LostMoves.TAKEN -> List.of(List.of(button(turn, ticket, "lostproperty.button.close", LostButton.CLOSE)));
          default -> List.of(List.of(button(turn, ticket, "lostproperty.button.take", LostButton.TAKE),
              button(turn, ticket, "lostproperty.button.close", LostButton.CLOSE)));
        }, false);
  }

  private List<MessageId> reported(Turn turn, Ticket ticket) throws SQLException {
    return timeline.of(turn, ticket.id()).stream().filter(entry -> entry.event().equals(LostMoves.REPORTED))
        .flatMap(entry -> entry.data() == null ? Stream.empty() : Arrays.stream(entry.data().split(" ")))
        .map(id -> new MessageId(Long.parseLong(id))).toList();
  }

  private static Button button(Turn turn, Ticket ticket, String key, LostButton kind) {
    return new Button(turn.text(key), Press.of(kind, ticket.id()).data());
  }
}
