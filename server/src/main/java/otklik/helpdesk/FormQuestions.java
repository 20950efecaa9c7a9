package otklik.helpdesk;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.talk.Press;
import otklik.timers.Timers;

/// The questions of the form. Asking one is going to its step; what was written before goes along.
@Component
final class FormQuestions {
  /// Nobody has pressed what was asked for.
  static final String ATTACHMENTS = "helpdesk.attachments";
  private static final Duration IN_SIGHT = Duration.ofMinutes(10);

  private final Dialogs dialogs;
  private final Deliveries deliveries;
  private final Timers timers;

  FormQuestions(Dialogs dialogs, Deliveries deliveries, Timers timers) {
    this.dialogs = dialogs;
    this.deliveries = deliveries;
    this.timers = timers;
  }

  Optional<DeskStep> current(Visitor visitor) {
    return dialogs.current(visitor.turn(), visitor.chat().key(), DeskStep.KINDS);
  }

  void go(Visitor visitor, DeskStep step) {
    dialogs.go(visitor.turn(), visitor.chat().key(), step);
    if (isTimed(step)) {
      timers.set(visitor.turn(), ATTACHMENTS, visitor.chat().key(), Long.toString(visitor.person().id().value()),
          visitor.turn().now().plus(Helpdesk.settings(visitor.channel()).timeouts().attachments()));
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
  boolean isLongAgo(Visitor visitor) {
    return dialogs.since(visitor.turn(), visitor.chat().key())
        .filter(since -> since.plus(IN_SIGHT).isBefore(visitor.turn().now())).isPresent();
  }

  void end(Visitor visitor) throws SQLException {
    dialogs.end(visitor.turn(), visitor.chat().key());
    timers.cancel(visitor.turn(), ATTACHMENTS, visitor.chat().key());
  }

  void askCode(Visitor visitor) throws Exception {
    awaitCode(visitor);
    askCodeAgain(visitor);
  }

  /// Of somebody who waits for it already.
  void askCodeAgain(Visitor visitor) throws Exception {
    ask(visitor, visitor.text("ask-code"), codeOrNot(visitor));
  }

  static List<List<Button>> codeOrNot(Visitor visitor) {
    return List.of(List.of(visitor.button("button.enter-code", Press.of(DeskButton.ENTER_CODE).data()),
        visitor.button("button.no-code", Press.of(DeskButton.NO_CODE).data())));
  }

  void awaitCode(Visitor visitor) {
    go(visitor, new DeskStep.AwaitingCode(written(visitor)));
  }

  void askCategory(Visitor visitor) throws Exception {
    go(visitor, new DeskStep.ChoosingCategory(written(visitor)));
    List<List<Button>> menu = new ArrayList<>();
    for (HelpdeskSettings.Category category : Helpdesk.settings(visitor.channel()).categories()) {
      menu.add(List.of(new Button(title(visitor, category), new Press(DeskButton.CATEGORY, category.id()).data())));
    }
    ask(visitor, visitor.text("greeting"), menu);
  }

  void askUrgency(Visitor visitor, HelpdeskSettings.Category category, List<MessageId> written) throws Exception {
    go(visitor, new DeskStep.HowUrgent(category.id(), written));
    List<List<Button>> choices = new ArrayList<>();
    for (WorkImpact blocking : WorkImpact.values()) {
      choices.add(List.of(visitor.button(blocking.text(), new Press(DeskButton.URGENCY, blocking.name()).data())));
    }
    ask(visitor, chosen(visitor, title(visitor, category)) + visitor.text("urgent.how-much"), choices);
  }

  /// Whoever has told their trouble already isn't asked for it again.
  ///
  /// @param choice what was chosen last, shown so that it can be read again when the buttons are gone
  void askDescription(Visitor visitor, String choice, String category, @Nullable WorkImpact blocking,
      List<MessageId> written) throws Exception {
    if (!written.isEmpty()) {
      askAttachments(visitor, chosen(visitor, choice), new DeskStep.Attaching(category, blocking, written));
      return;
    }
    go(visitor, new DeskStep.Describing(category, blocking, written));
    ask(visitor, chosen(visitor, choice) + visitor.text(blocking == null ? "describe" : "urgent.describe"),
        List.of(List.of(visitor.button("button.cancel", Press.of(DeskButton.CANCEL).data()))));
  }

  void askAttachments(Visitor visitor, String before, DeskStep.Attaching step) throws Exception {
    go(visitor, step);
    ask(visitor, before + visitor.text("attach"), List.of(
        List.of(visitor.button("button.skip", Press.of(DeskButton.ATTACHED).data()),
            visitor.button("button.done", Press.of(DeskButton.ATTACHED).data())),
        List.of(visitor.button("button.cancel", Press.of(DeskButton.CANCEL).data()))));
  }

  /// Asks in the step where they are now. The buttons go when it is answered, in whatever way.
  void ask(Visitor visitor, String text, List<List<Button>> buttons) throws Exception {
    DeliveryId question = deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(text, buttons)));
    dialogs.asked(visitor.turn(), visitor.chat().key(), question);
  }

  void say(Visitor visitor, String text, List<List<Button>> buttons) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(text, buttons)));
  }

  static String title(Visitor visitor, HelpdeskSettings.Category category) {
    return category.title(visitor.language(), visitor.channel().texts());
  }

  private static String chosen(Visitor visitor, String choice) {
    return visitor.text("chosen", "choice", choice) + "\n\n";
  }

  private List<MessageId> written(Visitor visitor) {
    return current(visitor).map(DeskStep::written).orElse(List.of());
  }
}
