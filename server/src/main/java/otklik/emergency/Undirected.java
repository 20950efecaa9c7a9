package otklik.emergency;

import java.util.List;
import java.util.Map;
import otklik.dialogs.Step;
import otklik.dialogs.Visitor;
import otklik.kernel.MessageId;

/// What somebody wrote who has several conversations here, while it is asked to whom it goes. It may be asked in the
/// middle of a form. The tag and the fields are a stored format.
///
/// @param shown microseconds since 1970, when it was asked last
record Undirected(List<MessageId> written, long shown) implements Step {
  static final String TAG = "emergency.undirected.v1";
  static final Map<String, Class<? extends Undirected>> KINDS = Map.of(TAG, Undirected.class);

  /// Where the question is kept, beside the form of the chat.
  static String key(Visitor visitor) {
    return visitor.chat().key() + "/to-whom";
  }

  @Override
  public String tag() {
    return TAG;
  }
}
