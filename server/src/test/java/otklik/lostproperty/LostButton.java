package otklik.lostproperty;

import java.util.Locale;
import otklik.talk.Press;

/// The names are stored in messages.
enum LostButton implements Press.Kind {
  FORGOTTEN_WHERE, NO_PHOTO, TAKE, CLOSE;

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
