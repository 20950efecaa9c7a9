package otklik.helpdesk;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.storage.Tx;
import otklik.timers.Timers;

/// The questions of the form. Asking one is going to its step; what was written before goes along.
@Component
final class Questions {
  /// Nobody has pressed what was asked for.
  static final String ATTACHMENTS = "helpdesk.attachments";
  private static final Duration IN_SIGHT = Duration.ofMinutes(10);

  private final Dialogs dialogs;
  private final Deliveries deliveries;
  private final Timers timers;
  private final InstantSource clock;

  Questions(Dialogs dialogs, Deliveries deliveries, Timers timers, InstantSource clock) {
    this.dialogs = dialogs;
    this.deliveries = deliveries;
    this.timers = timers;
    this.clock = clock;
  }

  Optional<DeskStep> current(Tx tx, Visitor visitor) {
    return dialogs.current(tx, visitor.channel(), visitor.chat().key(), DeskStep.KINDS);
  }

  void go(Tx tx, Visitor visitor, DeskStep step) {
    dialogs.go(tx, visitor.channel(), visitor.chat().key(), step);
    if (isTimed(step)) {
      timers.set(tx, visitor.channel(), ATTACHMENTS, visitor.chat().key(), Long.toString(visitor.person().id().value()),
          clock.instant().plus(Helpdesk.settings(visitor.channel()).timeouts().attachments()));
    }
  }

  /// Whether something is told that nobody sees before a button is pressed.
  private static boolean isTimed(DeskStep step) {
    return switch (step) {
      case DeskStep.Attaching _, DeskStep.GivingContact _ -> true;
      case DeskStep.AwaitingCode _, DeskStep.ChoosingCategory _, DeskStep.HowUrgent _, DeskStep.NamingCompany _ ->
          !step.written().isEmpty();
      case DeskStep.Describing _, DeskStep.Commenting _, DeskStep.Returning _,
          DeskStep.TellingTrouble _ -> false;
    };
  }

  /// Whether they were asked so long ago that the question may be out of their sight.
  boolean isLongAgo(Tx tx, Visitor visitor) {
    return dialogs.since(tx, visitor.channel(), visitor.chat().key())
        .filter(since -> since.plus(IN_SIGHT).isBefore(clock.instant())).isPresent();
  }

  void end(Tx tx, Visitor visitor) throws SQLException {
    dialogs.end(tx, visitor.channel(), visitor.chat().key());
    timers.cancel(tx, visitor.channel(), ATTACHMENTS, visitor.chat().key());
  }

  void askCode(Tx tx, Visitor visitor) throws Exception {
    awaitCode(tx, visitor);
    askCodeAgain(tx, visitor);
  }

  /// Of somebody who waits for it already.
  void askCodeAgain(Tx tx, Visitor visitor) throws Exception {
    ask(tx, visitor, visitor.text("ask-code"), codeOrNot(visitor));
  }

  static List<List<Button>> codeOrNot(Visitor visitor) {
    return List.of(List.of(visitor.button("button.enter-code", Press.of(Press.Action.ENTER_CODE).data()),
        visitor.button("button.no-code", Press.of(Press.Action.NO_CODE).data())));
  }

  void awaitCode(Tx tx, Visitor visitor) {
    go(tx, visitor, new DeskStep.AwaitingCode(written(tx, visitor)));
  }

  void askCategory(Tx tx, Visitor visitor) throws Exception {
    go(tx, visitor, new DeskStep.ChoosingCategory(written(tx, visitor)));
    List<List<Button>> menu = new ArrayList<>();
    for (HelpdeskSettings.Category category : Helpdesk.settings(visitor.channel()).categories()) {
      menu.add(List.of(new Button(title(visitor, category), new Press(Press.Action.CATEGORY, category.id()).data())));
    }
    ask(tx, visitor, visitor.text("greeting"), menu);
  }

  void askUrgency(Tx tx, Visitor visitor, HelpdeskSettings.Category category, List<MessageId> written)
      throws Exception {
    go(tx, visitor, new DeskStep.HowUrgent(category.id(), written));
    List<List<Button>> choices = new ArrayList<>();
    for (Blocking blocking : Blocking.values()) {
      choices.add(List.of(visitor.button(blocking.text(), new Press(Press.Action.URGENCY, blocking.name()).data())));
    }
    ask(tx, visitor, chosen(visitor, title(visitor, category)) + visitor.text("urgent.how-much"), choices);
  }

  /// Whoever has told their trouble already isn't asked for it again.
  ///
  /// @param choice what was chosen last, shown so that it can be read again when the buttons are gone
  void askDescription(Tx tx, Visitor visitor, String choice, String category, @Nullable Blocking blocking,
      List<MessageId> written) throws Exception {
    if (!written.isEmpty()) {
      askAttachments(tx, visitor, chosen(visitor, choice), new DeskStep.Attaching(category, blocking, written));
      return;
    }
    go(tx, visitor, new DeskStep.Describing(category, blocking, written));
    ask(tx, visitor, chosen(visitor, choice) + visitor.text(blocking == null ? "describe" : "urgent.describe"),
        List.of(List.of(visitor.button("button.cancel", Press.of(Press.Action.CANCEL).data()))));
  }

  void askAttachments(Tx tx, Visitor visitor, String before, DeskStep.Attaching step) throws Exception {
    go(tx, visitor, step);
    ask(tx, visitor, before + visitor.text("attach"), List.of(
        List.of(visitor.button("button.skip", Press.of(Press.Action.ATTACHED).data()),
            visitor.button("button.done", Press.of(Press.Action.ATTACHED).data())),
        List.of(visitor.button("button.cancel", Press.of(Press.Action.CANCEL).data()))));
  }

  /// Asks in the step where they are now. The buttons go when it is answered, in whatever way.
  void ask(Tx tx, Visitor visitor, String text, List<List<Button>> buttons) throws Exception {
    DeliveryId question = deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(text, buttons)));
    dialogs.asked(tx, visitor.channel(), visitor.chat().key(), question);
  }

  void say(Tx tx, Visitor visitor, String text, List<List<Button>> buttons) throws Exception {
    deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(text, buttons)));
  }

  static String title(Visitor visitor, HelpdeskSettings.Category category) {
    return category.title(visitor.language(), visitor.channel().texts());
  }

  private static String chosen(Visitor visitor, String choice) {
    return visitor.text("chosen", "choice", choice) + "\n\n";
  }

  private List<MessageId> written(Tx tx, Visitor visitor) {
    return current(tx, visitor).map(DeskStep::written).orElse(List.of());
  }
}
