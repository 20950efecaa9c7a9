package otklik.helpdesk;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.delivery.Priority;
import otklik.kernel.Language;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// The person's side: commands first, then the open ticket, then the form.
@Component
final class FrontDesk {
  private final People people;
  private final Tickets tickets;
  private final Relay relay;
  private final Entrance entrance;
  private final Form form;
  private final Marks marks;
  private final Deliveries deliveries;

  FrontDesk(People people, Tickets tickets, Relay relay, Entrance entrance, Form form, Marks marks,
      Deliveries deliveries) {
    this.people = people;
    this.tickets = tickets;
    this.relay = relay;
    this.entrance = entrance;
    this.form = form;
    this.marks = marks;
    this.deliveries = deliveries;
  }

  void said(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    Person person = people.seen(tx, channel, said.by());
    Visitor visitor = Visitor.of(channel, person, said.place().chat());
    Optional<Command> command = Command.in(said.content());
    if (command.isPresent() && obeyed(tx, visitor, command.get())) {
      return;
    }
    Optional<Ticket> open = tickets.openOf(tx, channel, person.id());
    if (isCancel(visitor, said.content()) && open.isEmpty()) {
      form.cancel(tx, visitor);
      return;
    }
    Content shown = shown(channel, said.content());
    if (shown != said.content()) {
      deliveries.owe(tx, channel, Owed.words(visitor.says(visitor.text("unsupported"))));
    }
    if (open.isPresent()) {
      relay.pass(tx, channel, open.get(), Direction.IN, said, shown);
    } else {
      form.said(tx, visitor, said, shown);
    }
  }

  /// Whether this very message, of a person or of an operator, was taken in before.
  boolean knows(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    return relay.knows(tx, channel, said.ref());
  }

  /// What can't be carried over is at least announced.
  private static Content shown(Channel channel, Content content) {
    return content instanceof Content.Unsupported unsupported
        ? Content.Text.of(channel.texts().text(channel.language(), "note.unsupported", "kind", unsupported.kind()))
        : content;
  }

  private static boolean isCancel(Visitor visitor, Content content) {
    return content instanceof Content.Text text && text.text().strip().equalsIgnoreCase(visitor.text("button.cancel"));
  }

  private boolean obeyed(Tx tx, Visitor visitor, Command command) throws Exception {
    switch (command.name()) {
      case "start" -> entrance.start(tx, visitor, command.rest());
      case "cancel" -> form.cancel(tx, visitor);
      case "help" -> deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(visitor.text("help"))));
      case "language" -> deliveries.owe(tx, visitor.channel(), Owed.words(visitor.says(visitor.text("language.ask"),
          List.of(List.of(language(visitor, Language.RU), language(visitor, Language.EN))))));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Button language(Visitor visitor, Language language) {
    return new Button(visitor.text("language." + language.code()),
        new Press(Press.Action.LANGUAGE, language.code()).data());
  }

  void pressed(Tx tx, Channel channel, Incoming.Pressed pressed) throws Exception {
    Person person = people.seen(tx, channel, pressed.by());
    Visitor visitor = Visitor.of(channel, person, pressed.place().chat());
    Press press = Press.read(pressed.data()).orElse(null);
    boolean understood = press != null && switch (press.action()) {
      case CATEGORY, URGENCY, ATTACHED, CANCEL -> form.pressed(tx, visitor, press);
      case GOOD, BAD, NO_COMMENT -> marks.pressed(tx, visitor, press);
      case LANGUAGE -> languageChosen(tx, visitor, press);
      case TAKE, CLOSE, DETAILS -> false;
    };
    deliveries.owe(tx, channel, Owed.words(new Call.AnswerPress(visitor.chat(), pressed.press(),
        understood ? null : visitor.text("button-outdated"), false)));
    if (understood && pressed.on() != null) {
      deliveries.owe(tx, channel, Owed.of(Priority.EDITS, new Call.EditButtons(visitor.chat(),
          new Target.Known(pressed.on().id()), List.of())));
    }
  }

  private boolean languageChosen(Tx tx, Visitor visitor, Press press) throws Exception {
    for (Language language : Language.values()) {
      if (language.code().equals(press.detail())) {
        people.choosesLanguage(tx, visitor.channel(), visitor.person(), language);
        deliveries.owe(tx, visitor.channel(), Owed.words(
            visitor.says(visitor.channel().texts().text(language, "language.chosen"))));
        return true;
      }
    }
    return false;
  }
}
