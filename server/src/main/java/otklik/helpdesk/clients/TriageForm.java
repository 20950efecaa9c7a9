package otklik.helpdesk.clients;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.dialogs.Invisible;
import otklik.dialogs.Visitor;
import otklik.forms.Answer;
import otklik.forms.Form;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.helpdesk.clocks.ResponseEstimate;
import otklik.helpdesk.settings.DeskButton;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.DeskStep.GivingContact;
import otklik.helpdesk.tickets.DeskStep.NamingCompany;
import otklik.helpdesk.tickets.DeskStep.TellingTrouble;
import otklik.kernel.MessageId;
import otklik.talk.Press;
import otklik.tickets.Ticket;

/// The way of those without a code: where they come from, how to reach them. Then the operators see them at once,
/// whether they have told what happened or believe to be done: what they tell then is a part of their ticket.
@Component
final class TriageForm implements DeskPart, Form {
  /// A messenger may give no sign that an album is complete; its items come within a moment of each other.
  private static final Duration ALBUM_PAUSE = Duration.ofSeconds(2);
  /// A company's name; whatever is longer is what the person came to say.
  private static final int LONGEST_COMPANY = 100;

  private final Forms forms;
  private final TicketOpening ticketOpening;
  private final Steps steps;

  TriageForm(Forms forms, TicketOpening ticketOpening) {
    this.forms = forms;
    this.ticketOpening = ticketOpening;
    steps = forms.declare(this);
    steps.at(NamingCompany.class)
        .asks((visitor, _) -> visitor.says(visitor.text("ask-company"), List.of(List.of(TicketForm.cancel(visitor)))))
        .accepts(TriageForm::company, (_, step, company) -> Next.to(new GivingContact(company, step.written())),
            (visitor, _) -> visitor.says(visitor.text("ask-company-again"),
                List.of(List.of(TicketForm.cancel(visitor)))))
        .waits(TicketForm::onceWritten, (visitor, step) -> timedOut(visitor, null, step.written()));
    steps.at(GivingContact.class)
        .asks((visitor, _) -> visitor.says(visitor.text("ask-contact"), skipOrCancel(visitor)))
        .accepts(answer -> ContactLine.in(answer.content()), this::open,
            (visitor, _) -> visitor.says(visitor.text("contact-wrong"), skipOrCancel(visitor)))
        .pressed(DeskButton.NO_CONTACT, (pressing, step) -> open(pressing.visitor(), step, null))
        .waits(TicketForm::timeout, (visitor, step) -> timedOut(visitor, step.company(), step.written()));
    steps.at(TellingTrouble.class)
        .heard(answer -> {
          TellingTrouble told = answer.step().with(forms.keep(answer));
          return answer.said().album() == null ? open(answer.visitor(), told) : Next.stay(told);
        })
        .waits((_, step) -> step.written().isEmpty() ? null : ALBUM_PAUSE, this::open); // no more items came
  }

  @Override
  public Steps steps() {
    return steps;
  }

  private static Optional<String> company(Answer<NamingCompany> answer) {
    return Optional.of(answer.content() instanceof Content.Text text ? Invisible.stripped(text.text()) : "")
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_COMPANY);
  }

  /// Nobody waits for an answer that doesn't come.
  private Next timedOut(Visitor visitor, @Nullable String company, List<MessageId> written) throws Exception {
    forms.say(visitor, visitor.text("form.timed-out"));
    return open(visitor, new TellingTrouble(company, null, written));
  }

  private Next open(Visitor visitor, GivingContact step, @Nullable String contact) throws Exception {
    return open(visitor, new TellingTrouble(step.company(), contact, step.written()));
  }

  private Next open(Visitor visitor, TellingTrouble told) throws Exception {
    Ticket ticket = ticketOpening.openForTriage(visitor, told);
    forms.say(visitor, TicketForm.accepted(visitor, ticket) + (told.written().isEmpty() ? visitor.text("describe")
        : ResponseEstimate.of(visitor.channel(), visitor.language(), false, visitor.turn().now())));
    return Next.end();
  }

  private static List<List<Button>> skipOrCancel(Visitor visitor) {
    return List.of(List.of(visitor.button("button.skip", Press.of(DeskButton.NO_CONTACT).data()),
        TicketForm.cancel(visitor)));
  }
}
