package otklik.dialogs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.kernel.Language;
import otklik.people.Person;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// A person in their chat with a channel, and the words to speak with them.
public record Visitor(Turn turn, Person person, Place chat) {
  public static Visitor of(Turn turn, Person person, String chat) {
    return new Visitor(turn, person, Place.chat(chat));
  }

  public Channel channel() {
    return turn.channel();
  }

  public Language language() {
    return channel().home().languageFor(person.language());
  }

  public String text(String key, @Nullable Object... values) {
    return channel().texts().text(language(), key, values);
  }

  /// See [Channel#ownKey].
  public String ownText(String key, @Nullable Object... values) {
    return text(channel().ownKey(key), values);
  }

  public Call says(String text) {
    return Call.Say.text(chat, text);
  }

  public Call says(String text, List<List<Button>> buttons) {
    return new Call.Say(chat, Content.Text.of(text), null, buttons);
  }

  /// Likewise, with a text of [#ownText].
  public Button ownButton(String key, String data) {
    return new Button(ownText(key), data);
  }

  /// @param data comes back when it is pressed
  public Button button(String key, String data) {
    return new Button(text(key), data);
  }
}
