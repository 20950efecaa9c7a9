package otklik.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Door;
import otklik.channels.Incoming;
import otklik.channels.Received;
import otklik.kernel.Ids;
import otklik.kernel.UpdateId;
import otklik.standing.Trouble;
import otklik.standing.TroubleReports;
import otklik.storage.Database;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Keeps updates. An update is a row before it is anything else, and the same update twice is one row.
@Component
final class Intake {
  private final Database database;
  private final Inbox inbox;
  private final Conversations conversations;
  private final TroubleReports troubleReports;
  private final Ids ids;

  Intake(Database database, Inbox inbox, Conversations conversations, TroubleReports troubleReports, Ids ids) {
    this.database = database;
    this.inbox = inbox;
    this.conversations = conversations;
    this.troubleReports = troubleReports;
    this.ids = ids;
  }

  Door door(Channel channel) {
    return new Door() {
      @Override
      public void accept(List<Received> updates) {
        Intake.this.accept(channel,
            updates.stream().filter(update -> conversations.concerns(channel, update.incoming())).toList());
      }

      @Override
      public void refused(String detail) {
        troubleReports.met(channel, Trouble.Kind.REVOKED, "", detail);
      }

      @Override
      public void admitted() {
        troubleReports.over(channel, Trouble.Kind.REVOKED, "");
      }
    };
  }

  private void accept(Channel channel, List<Received> updates) {
    if (updates.isEmpty()) {
      return;
    }
    database.writeNow(tx -> {
      Turn turn = Turn.of(tx, channel);
      Set<String> seen = inbox.known(turn, updates);
      List<Update> fresh = new ArrayList<>(updates.size());
      for (Received update : updates) {
        if (!seen.add(update.externalId())) {
          continue;
        }
        UpdateId id = new UpdateId(ids.next());
        boolean matters = matters(update.incoming());
        inbox.add(turn, id, update, matters);
        if (matters) {
          fresh.add(new Update(id, channel, update.conversation(), update.incoming()));
        }
      }
      turn.afterCommit(() -> fresh.forEach(conversations::offer));
      turn.ifInDoubt(() -> fresh.forEach(update -> conversations.suspect(update.conversationKey())));
      return null;
    });
  }

  private static boolean matters(Incoming incoming) {
    return !(incoming instanceof Incoming.Ignored || incoming instanceof Incoming.NotUnderstood);
  }
}
