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
      Commenting.TAG, Commenting.class);

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

  record Describing(String category, @Nullable Blocking blocking, List<MessageId> written) implements DeskStep {
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

  record Attaching(String category, @Nullable Blocking blocking, List<MessageId> written) implements DeskStep {
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

  private static List<MessageId> plus(List<MessageId> written, MessageId message) {
    List<MessageId> all = new ArrayList<>(written);
    all.add(message);
    return List.copyOf(all);
  }
}
