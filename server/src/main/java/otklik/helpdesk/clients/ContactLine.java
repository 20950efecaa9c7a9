package otklik.helpdesk.clients;

import java.util.Optional;
import java.util.regex.Pattern;
import otklik.channels.Content;
import otklik.dialogs.Invisible;

/// How to reach somebody: an e-mail address, or a phone number as people write them.
final class ContactLine {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}\\.[^\\s@<>,;.]{2,60}");
  /// ITU-T E.164: 15 digits at most; numbers of less than 7 can't be called from another town.
  private static final Pattern PHONE = Pattern.compile("\\+?(?:[\\s().–-]*\\d){7,15}[\\s.]*");

  private ContactLine() {}

  /// Empty when it is neither.
  static Optional<String> in(Content content) {
    return switch (content) {
      case Content.Contact contact -> Optional.of(contact.phone()).filter(phone -> !phone.isBlank());
      case Content.Text text -> Optional.of(Invisible.stripped(text.text()))
          .filter(line -> EMAIL.matcher(line).matches() || PHONE.matcher(line).matches());
      case Content.Media _, Content.Location _, Content.Venue _, Content.Poll _, Content.Dice _,
          Content.Unsupported _ -> Optional.empty();
    };
  }
}
