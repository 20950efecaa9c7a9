package otklik.talk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.PrivateTopics;
import otklik.dialogs.Invisible;
import otklik.dialogs.SlashCommand;
import otklik.dialogs.Visitor;
import otklik.people.People;
import otklik.relay.Kinds;
import otklik.turns.Turn;

/// Commands and buttons in people's own chats.
@Component
public final class PersonTalk {
  private final Map<String, Map<String, PersonCommand>> commands;
  private final Map<String, Map<String, KnownButton<PersonButton>>> buttons;
  private final People people;
  private final PrivateTopics privateTopics;
  private final Deliveries deliveries;

  PersonTalk(List<PersonCommand> commands, List<PersonButton> buttons, People people, PrivateTopics privateTopics,
      Deliveries deliveries) {
    this.commands = Parts.named(commands, PersonCommand::name);
    this.buttons = KnownButton.byWord(buttons, PersonButton::buttons);
    this.people = people;
    this.privateTopics = privateTopics;
    this.deliveries = deliveries;
  }

  /// Somebody who does something in their own chat.
  ///
  /// @param renamed whether they had another name before
  public record Seen(Visitor visitor, boolean renamed) {}

  public Seen sees(Turn turn, Incoming.Said said) throws Exception {
    privateTopics.wrote(turn, said.place());
    return sees(turn, said.by(), said.place());
  }

  public Seen sees(Turn turn, Incoming.Pressed pressed) throws Exception {
    if (pressed.on() != null) {
      privateTopics.wrote(turn, pressed.place());
    }
    return sees(turn, pressed.by(), pressed.place());
  }

  private Seen sees(Turn turn, Author author, Place chat) {
    People.Sight sight = people.sight(turn, author);
    return new Seen(Visitor.of(turn, sight.person(), chat.chat()), sight.renamed());
  }

  /// What is passed on of a message. What can't be carried over is at least announced to both sides.
  public Content shown(Visitor visitor, Content content) throws Exception {
    if (!(content instanceof Content.Unsupported unsupported)) {
      return content;
    }
    say(visitor, "unsupported");
    return Content.Text.of(visitor.turn().text(visitor.channel().ownKey("note.unsupported"),
        "kind", Kinds.of(visitor.channel(), unsupported)));
  }

  /// Obeys a command, and answers what can be nothing but one or is empty. False for everything else: that is said.
  public boolean obeys(Visitor visitor, Incoming.Said said) throws Exception {
    if (said.content() instanceof Content.Text text && Invisible.is(text.text())) {
      say(visitor, "empty-message");
      return true;
    }
    Optional<SlashCommand> command = SlashCommand.in(said.content());
    PersonCommand known = command.map(given -> Parts.of(commands, visitor.channel().scenario(),
        given.name())).orElse(null);
    if (known != null && known.takes(visitor, command.get().rest())) {
      known.obey(visitor, command.get().rest());
      return true;
    }
    if (command.isPresent() && command.get().isName()) {
      say(visitor, "command-unknown-here");
      return true;
    }
    return false;
  }

  public void pressed(Visitor visitor, Incoming.Pressed pressed) throws Exception {
    KnownButton.Read<PersonButton> read = KnownButton.read(buttons, visitor.channel().scenario(),
        pressed.data()).orElse(null);
    String on = pressed.on() == null ? null : pressed.on().id();
    Response response = read == null ? new Response.Outdated()
        : read.button().pressed(new Pressing(visitor, read.press(), pressed.press(), on));
    switch (response) {
      case Response.Now(var words, var alert, var keeps) -> {
        answer(visitor, pressed, words, alert);
        if (!keeps && on != null) {
          deliveries.owe(visitor.turn(), NewDelivery.keysGone(visitor.chat(), on));
        }
      }
      case Response.Outdated _ -> answer(visitor, pressed, visitor.ownText("button-outdated"), false);
      case Response.InAMoment _ -> {
        // Whoever was pressed answers.
      }
    }
  }

  /// Whoever isn't heard is told nothing, but the messenger would show that they wait for us.
  public void ignore(Visitor visitor, Incoming.Pressed pressed) throws Exception {
    answer(visitor, pressed, null, false);
  }

  private void answer(Visitor visitor, Incoming.Pressed pressed, @Nullable String words, boolean alert)
      throws Exception {
    deliveries.owe(visitor.turn(),
        NewDelivery.words(new Call.AnswerPress(visitor.chat(), pressed.press(), words, alert)));
  }

  private void say(Visitor visitor, String key) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.ownText(key))));
  }
}
