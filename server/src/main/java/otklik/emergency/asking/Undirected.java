package otklik.emergency.asking;

import java.util.List;
import otklik.dialogs.StoredAs;
import otklik.forms.FormStep;
import otklik.kernel.MessageId;

/// What somebody wrote who has several conversations here, while it is asked to whom it goes. It may be asked in the
/// middle of a form. The tag and the fields are a stored format.
///
/// @param shown microseconds since 1970, when it was asked last
@StoredAs("emergency.undirected.v1")
public record Undirected(List<MessageId> written, long shown) implements FormStep {}
