package otklik.erasure;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.PrivateTopics;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.intake.RawUpdates;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// What the rails keep of a person's own chat for a while: updates as they came, calls as they were made, begun forms
/// and timers.
@Component
final class ChatErasure {
  private final Dialogs dialogs;
  private final Timers timers;
  private final RawUpdates rawUpdates;
  private final Deliveries deliveries;
  private final PrivateTopics privateTopics;
  private final MessageErasure messageErasure;

  ChatErasure(Dialogs dialogs, Timers timers, RawUpdates rawUpdates, Deliveries deliveries,
      PrivateTopics privateTopics, MessageErasure messageErasure) {
    this.dialogs = dialogs;
    this.timers = timers;
    this.rawUpdates = rawUpdates;
    this.deliveries = deliveries;
    this.privateTopics = privateTopics;
    this.messageErasure = messageErasure;
  }

  /// Whatever new waits there, in either direction, comes to nothing.
  void begin(Visitor visitor) throws Exception {
    Turn turn = visitor.turn();
    String chat = visitor.chat().key();
    timers.cancelAbout(turn, chat);
    timers.cancelAbout(turn, Long.toString(visitor.person().id().value()));
    rawUpdates.erase(turn, List.of(chat, "user:" + visitor.person().account()));
    deliveries.dropNew(turn, visitor.chat());
    dialogs.endAll(turn, chat);
    deliveries.eraseQuestionsAbout(turn, visitor.person().account());
    privateTopics.forget(turn, visitor.chat().chat());
  }

  /// What they wrote without a ticket is gone, and nothing tells any more that anything was said there. The last of
  /// all, because what stands there is found by it.
  ///
  /// @return whether nothing is left
  boolean erase(Visitor visitor, Portion portion) throws Exception {
    if (!messageErasure.eraseOwn(visitor, portion)) {
      return false;
    }
    int most = portion.left();
    int erased = deliveries.erase(visitor.turn(), visitor.chat().chat(), portion.until(), most);
    portion.spend(erased);
    return erased < most;
  }
}
