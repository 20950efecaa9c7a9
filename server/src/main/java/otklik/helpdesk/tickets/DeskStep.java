package otklik.helpdesk.tickets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.dialogs.StoredAs;
import otklik.forms.FormStep;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;

/// Where a person is with the desk. The tags and the records' fields are a stored format.
public sealed interface DeskStep extends FormStep {
  /// What was written already will be part of the ticket.
  @Override
  default DeskStep with(MessageId message) {
    return this;
  }

  /// What was said to the desk stays, whatever becomes of the form, until its person is forgotten.
  @Override
  default List<MessageId> kept() {
    return List.of();
  }

  @StoredAs("helpdesk.code.v1")
  record AwaitingCode(List<MessageId> written) implements DeskStep {
    @Override
    public AwaitingCode with(MessageId message) {
      return new AwaitingCode(FormStep.plus(written, message));
    }
  }

  @StoredAs("helpdesk.category.v1")
  record ChoosingCategory(List<MessageId> written) implements DeskStep {
    @Override
    public ChoosingCategory with(MessageId message) {
      return new ChoosingCategory(FormStep.plus(written, message));
    }
  }

  @StoredAs("helpdesk.urgency.v1")
  record HowUrgent(String category, List<MessageId> written) implements DeskStep {
    @Override
    public HowUrgent with(MessageId message) {
      return new HowUrgent(category, FormStep.plus(written, message));
    }
  }

  @StoredAs("helpdesk.description.v1")
  record Describing(String category, @Nullable WorkImpact blocking, List<MessageId> written) implements DeskStep {
    @Override
    public Describing with(MessageId message) {
      return new Describing(category, blocking, FormStep.plus(written, message));
    }
  }

  @StoredAs("helpdesk.attachments.v1")
  record Attaching(String category, @Nullable WorkImpact blocking, List<MessageId> written) implements DeskStep {
    @Override
    public Attaching with(MessageId message) {
      return new Attaching(category, blocking, FormStep.plus(written, message));
    }
  }

  /// After a bad mark: the next words say what was wrong.
  @StoredAs("helpdesk.comment.v1")
  record Commenting(TicketId ticket) implements DeskStep {}

  /// The person wrote after this ticket had been closed: is it the same matter or a new one?
  @StoredAs("helpdesk.returning.v1")
  record Returning(TicketId ticket, List<MessageId> written) implements DeskStep {
    @Override
    public Returning with(MessageId message) {
      return new Returning(ticket, FormStep.plus(written, message));
    }
  }

  /// Somebody without a code says where they come from.
  @StoredAs("helpdesk.company.v1")
  record NamingCompany(List<MessageId> written) implements DeskStep {
    @Override
    public NamingCompany with(MessageId message) {
      return new NamingCompany(FormStep.plus(written, message));
    }
  }

  /// And how they can be reached.
  @StoredAs("helpdesk.contact.v1")
  record GivingContact(String company, List<MessageId> written) implements DeskStep {
    @Override
    public GivingContact with(MessageId message) {
      return new GivingContact(company, FormStep.plus(written, message));
    }
  }

  /// And what happened.
  @StoredAs("helpdesk.trouble.v1")
  record TellingTrouble(@Nullable String company, @Nullable String contact, List<MessageId> written)
      implements DeskStep {
    @Override
    public TellingTrouble with(MessageId message) {
      return new TellingTrouble(company, contact, FormStep.plus(written, message));
    }
  }
}
