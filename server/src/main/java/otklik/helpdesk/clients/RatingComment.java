package otklik.helpdesk.clients;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Visitor;
import otklik.forms.Answer;
import otklik.forms.Form;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.settings.HelpdeskSettings;
import otklik.helpdesk.tickets.Comments;
import otklik.helpdesk.tickets.DeskStep.Commenting;
import otklik.helpdesk.tickets.Remark;
import otklik.kernel.DeliveryId;
import otklik.kernel.MessageId;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.relay.Wording;
import otklik.talk.Press;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// What was wrong, in the person's words, after a thumb down.
@Component
final class RatingComment implements DeskPart, Form {
  private final Comments comments;
  private final Tickets tickets;
  private final Forms forms;
  private final Relay relay;
  private final Deliveries deliveries;
  private final Steps steps;

  RatingComment(Comments comments, Tickets tickets, Forms forms, Relay relay, Deliveries deliveries) {
    this.comments = comments;
    this.tickets = tickets;
    this.forms = forms;
    this.relay = relay;
    this.deliveries = deliveries;
    steps = forms.declare(this);
    steps.at(Commenting.class)
        .asks((visitor, step) -> visitor.says(visitor.text("csat.ask-comment"), List.of(List.of(
            visitor.button("button.skip", Press.of(DeskButton.NO_COMMENT, step.ticket()).data())))))
        .heard(answer -> {
          if (Remark.isOne(answer.said())) {
            return commented(answer);
          }
          forms.end(answer.visitor());
          return Next.elsewhere();
        })
        .pressed(DeskButton.NO_COMMENT, (pressing, step) -> {
          if (pressing.press().ticket().filter(step.ticket()::equals).isEmpty()) {
            return Next.elsewhere();
          }
          forms.say(pressing.visitor(), pressing.visitor().text("csat.skipped"));
          return Next.end();
        })
        // Nobody said what was wrong: from now on words are a new matter again.
        .waits((visitor, _) -> HelpdeskSettings.of(visitor.channel()).timeouts().comment(), (_, _) -> Next.end());
  }

  @Override
  public Steps steps() {
    return steps;
  }

  /// Plain words stand in their topic as the desk's own line. What the operators must see or hear, and what needs what
  /// stands around it, is brought there.
  private Next commented(Answer<Commenting> answer) throws Exception {
    Visitor visitor = answer.visitor();
    Content shown = answer.shown();
    Turn turn = visitor.turn();
    Ticket ticket = tickets.find(turn, answer.step().ticket()).orElseThrow();
    String words = Objects.requireNonNullElse(Wording.of(shown), shown.type());
    boolean follows = !(shown instanceof Content.Text text && text.spans().isEmpty())
        || answer.said().replyTo() != null || !answer.said().context().equals(Context.NONE);
    Optional<DeliveryId> line = comments.tellOperators(turn, ticket, follows
        ? turn.text("feedback.comment-follows") : Comments.line(turn.channel(), words));
    MessageId message = follows
        ? relay.pass(turn, ticket, Direction.IN, answer.said(), shown)
        : relay.keep(turn, ticket.id(), Direction.IN, answer.said(), shown);
    comments.given(turn, ticket, visitor.person().id(), words, message, follows ? Optional.empty() : line);
    Button newMatter =
        visitor.button("button.new-matter", Press.of(DeskButton.NEW_MATTER, ticket.id(), message.value()).data());
    deliveries.owe(turn, NewDelivery.words(
        visitor.says(visitor.text("csat.comment-thanks"), List.of(List.of(newMatter)))));
    return Next.end();
  }
}
