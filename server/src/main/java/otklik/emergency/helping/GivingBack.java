package otklik.emergency.helping;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.commands.Commands;
import otklik.dialogs.Visitor;
import otklik.emergency.form.RequestForm;
import otklik.emergency.requests.EmergencyStep.Returning;
import otklik.emergency.requests.Notifications;
import otklik.emergency.requests.RequestCommand;
import otklik.emergency.search.PressedTickets;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.forms.Answer;
import otklik.forms.Form;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.kernel.TicketId;
import otklik.people.Actor;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.turns.Turn;

/// [Вернуть в пул]: a volunteer gives a request back and may say why. Somebody waits for help meanwhile, so the request
/// isn't held up by a remark that doesn't come. Whoever is asking for help themself isn't asked for one.
@Component
final class GivingBack implements EmergencyPart, Form {
  private static final Duration FOR_A_REMARK = Duration.ofMinutes(2);

  private final Tickets tickets;
  private final PressedTickets pressedTickets;
  private final Commands commands;
  private final Forms forms;
  private final RequestForm requestForm;
  private final Notifications notifications;
  private final Steps steps;

  GivingBack(Tickets tickets, PressedTickets pressedTickets, Commands commands, Forms forms,
      RequestForm requestForm, Notifications notifications) {
    this.tickets = tickets;
    this.pressedTickets = pressedTickets;
    this.commands = commands;
    this.forms = forms;
    this.requestForm = requestForm;
    this.notifications = notifications;
    steps = forms.declare(this);
    steps.at(Returning.class)
        .asks(this::why)
        .heard(this::said)
        .waits(FOR_A_REMARK, (visitor, step) -> {
          commands.give(visitor.turn(), Actor.CLOCK, ticket(visitor, step),
              new RequestCommand.Lose(visitor.person().id(), RequestCommand.Loss.GIVEN_BACK));
          return Next.end();
        });
  }

  @Override
  public Steps steps() {
    return steps;
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.RETURN, EmergencyButton.NO_REMARK);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Turn turn = pressing.turn();
    Ticket ticket = pressedTickets.own(pressing).orElse(null);
    if (ticket == null) {
      return new Response.Outdated();
    }
    if (pressing.press().kind() == EmergencyButton.NO_REMARK || requestForm.isGoingOn(visitor)) {
      give(visitor, ticket, null);
      return Response.done();
    }
    forms.leave(visitor);
    forms.go(visitor, new Returning(ticket.id().value()));
    return new Response.Now(null, false, true);
  }

  private Call why(Visitor visitor, Returning step) throws Exception {
    Ticket ticket = ticket(visitor, step);
    return visitor.says(visitor.text("emergency.helping.why-return", "number", ticket.shownNumber()),
        List.of(List.of(visitor.button("emergency.helping.no-remark",
            Press.of(EmergencyButton.NO_REMARK, ticket.id()).data()))));
  }

  private Ticket ticket(Visitor visitor, Returning step) throws Exception {
    return tickets.find(visitor.turn(), new TicketId(step.ticket())).orElseThrow();
  }

  private Next said(Answer<Returning> answer) throws Exception {
    Visitor visitor = answer.visitor();
    Optional<String> remark = words(answer.shown());
    if (remark.isEmpty()) {
      return Next.done(() -> notifications.to(visitor, "emergency.helping.in-words", List.of()));
    }
    Ticket ticket = ticket(visitor, answer.step());
    if (!give(visitor, ticket, remark.get())) {
      notifications.to(visitor, "emergency.helping.not-yours", List.of(), "number", ticket.shownNumber());
    }
    return Next.end();
  }

  private boolean give(Visitor visitor, Ticket ticket, @Nullable String remark) throws Exception {
    return commands.give(visitor.turn(), Actor.of(visitor.person().id()), ticket, new RequestCommand.Return(remark))
        .isDone();
  }

  private static Optional<String> words(Content content) {
    return switch (content) {
      case Content.Text text -> Optional.of(text.text());
      case Content.Media media -> Optional.of(media.caption()).filter(caption -> !caption.isBlank());
      case Content.Location _, Content.Venue _, Content.Contact _, Content.Poll _, Content.Dice _,
          Content.Unsupported _ -> Optional.empty();
    };
  }
}
