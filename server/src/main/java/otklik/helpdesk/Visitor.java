package otklik.helpdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.kernel.Language;
import otklik.people.Person;
import otklik.workspaces.Channel;

/// A person in their chat with the desk, and the words to speak with them.
record Visitor(Channel channel, Person person, Place chat) {
  static Visitor of(Channel channel, Person person, String chat) {
    return new Visitor(channel, person, Place.chat(chat));
  }

  Language language() {
    return channel.home().languageFor(person.language());
  }

  String text(String key, @Nullable Object... values) {
    return channel.texts().text(language(), key, values);
  }

  Call says(String text) {
    return Call.Say.text(chat, text);
  }

  Call says(String text, List<List<Button>> buttons) {
    return new Call.Say(chat, Content.Text.of(text), null, buttons);
  }

  Button button(String key, Press press) {
    return new Button(text(key), press.data());
  }
}
