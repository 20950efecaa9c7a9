package otklik.emergency.requests;

import java.util.List;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Keys;
import otklik.dialogs.Visitor;

/// The key below the chat that tells where somebody is when they press it.
public final class PositionKey {
  private PositionKey() {}

  public static Call under(Visitor visitor, String words) {
    return new Call.Say(visitor.chat(), Content.Text.of(words), null, List.of(), new Keys.Shown(
        List.of(List.of(Keys.Key.sharingPosition(visitor.text("emergency.button.position")))), true));
  }

  public static Call goneFrom(Visitor visitor, String words) {
    return new Call.Say(visitor.chat(), Content.Text.of(words), null, List.of(), new Keys.Gone());
  }
}
