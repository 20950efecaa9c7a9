package otklik.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Incoming;
import otklik.turns.Turn;

/// What one side puts on a copy shows on the message that the copy stands for.
@Component
public final class Reactions {
  private final Counterparts counterparts;
  private final ReactionRows rows;
  private final Receipts receipts;

  Reactions(Counterparts counterparts, ReactionRows rows, Receipts receipts) {
    this.counterparts = counterparts;
    this.rows = rows;
    this.receipts = receipts;
  }

  /// @param written by whom the message is that the reaction was meant for: whoever reacts to their own side's messages
  ///                tells the other side nothing
  public void changed(Turn turn, Incoming.Reacted reacted, Direction written) throws SQLException {
    Message message = counterparts.shownAt(turn, reacted.on()).orElse(null);
    if (message == null || message.direction() != written) {
      return;
    }
    Optional<String> emoji = shown(reacted.emoji());
    if (emoji.isPresent()) {
      rows.put(turn, message.id(), reacted.by().id(), emoji.get());
    } else {
      rows.remove(turn, message.id(), reacted.by().id());
    }
    receipts.show(turn, message);
  }

  /// The last that is a plain emoji. Others, whose names begin with a letter, can't be put on a message by a bot.
  private static Optional<String> shown(List<String> emoji) {
    return emoji.stream().filter(each -> !each.isEmpty() && !Character.isLetter(each.codePointAt(0)))
        .reduce((_, later) -> later);
  }
}
