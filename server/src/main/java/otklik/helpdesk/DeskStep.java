package otklik.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import otklik.dialogs.Step;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;

/// Where a person is with the desk. The tags and the records' fields are a stored format.
sealed interface DeskStep extends Step {
  Map<String, Class<? extends DeskStep>> KINDS = Map.of(
      AwaitingCode.TAG, AwaitingCode.class,
      ChoosingCategory.TAG, ChoosingCategory.class,
      HowUrgent.TAG, HowUrgent.class,
      Describing.TAG, Describing.class,
      Attaching.TAG, Attaching.class,
      Commenting.TAG, Commenting.class,
      Returning.TAG, Returning.class,
      NamingCompany.TAG, NamingCompany.class,
      GivingContact.TAG, GivingContact.class,
      TellingTrouble.TAG, TellingTrouble.class);

  /// What was written already, and will be part of the ticket.
  List<MessageId> written();

  /// The same step with one more message.
  DeskStep with(MessageId message);

  record AwaitingCode(List<MessageId> written) implements DeskStep {
    static final String TAG = "helpdesk.code.v1";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public DeskStep with(MessageId message) {
      return new AwaitingCode(plus(written, message));
    }
  }

  record ChoosingCategory(List<MessageId> written) implements DeskStep {
    static final String TAG = "helpdesk.category.v1";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public DeskStep with(MessageId message) {
      return new ChoosingCategory(plus(written, message));
    }
  }

  record HowUrgent(String category, List<MessageId> written) implements DeskStep {
    static final String TAG = "helpdesk.urgency.v1";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public DeskStep with(MessageId message) {
      return new HowUrgent(category, plus(written, message));
    }
  }

  record Describing(String category, @Nullable WorkImpact blocking, List<MessageId> written) implements DeskStep {
    static final String TAG = "helpdesk.description.v1";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public DeskStep with(MessageId message) {
      return new Describing(category, blocking, plus(written, message));
    }
  }

  record Attaching(String category, @Nullable WorkImpact blocking, List<MessageId> written) implements DeskStep {
    static final String TAG = "helpdesk.attachments.v1";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public DeskStep with(MessageId message) {
      return new Attaching(category, blocking, plus(written, message));
    }
  }

  /// After a bad mark: the next words say what was wrong.
  record Commenting(TicketId ticket) implements DeskStep {
    static final String TAG = "helpdesk.comment.v1";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public List<MessageId> written() {
      return List.of();
    }

    @Override
    public DeskStep with(MessageId message) {
      return this;
    }
  }

  /// The person wrote after this ticket had been closed: is it the same matter or a new one?
  record Returning(TicketId ticket, List<MessageId> written) implements DeskStep {
    static final String TAG = "helpdesk.returning.v1";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public DeskStep with(MessageId message) {
      return new Returning(ticket, plus(written, message));
    }
  }

  /// Somebody without a code says where they come from.
  record NamingCompany(List<MessageId> written) implements DeskStep {
    static final String TAG = "helpdesk.company.v1";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public DeskStep with(MessageId message) {
      return new NamingCompany(plus(written, message));
    }
  }

  /// And how they can be reached.
  record GivingContact(String company, List<MessageId> written) implements DeskStep {
    static final String TAG = "helpdesk.contact.v1";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public DeskStep with(MessageId message) {
      return new GivingContact(company, plus(written, message));
    }
  }

  /// And what happened.
  record TellingTrouble(@Nullable String company, @Nullable String contact, List<MessageId> written) implements DeskStep {
    static final String TAG = "helpdesk.trouble.v1";

    @Override
    public String tag() {
      return TAG;
    }

    @Override
    public TellingTrouble with(MessageId message) {
      return new TellingTrouble(company, contact, plus(written, message));
    }
  }

  private static List<MessageId> plus(List<MessageId> written, MessageId message) {
    List<MessageId> all = new ArrayList<>(written);
    all.add(message);
    return List.copyOf(all);
  }
}
