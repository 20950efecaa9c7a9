package otklik.lostproperty;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.StoredAs;
import otklik.dialogs.Visitor;
import otklik.forms.Form;
import otklik.forms.FormStep;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.kernel.MessageId;
import otklik.relay.Relay;
import otklik.talk.CommandDoor;
import otklik.talk.PersonCommand;
import otklik.talk.Press;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// What, where, a photo. Whoever falls silent after they said what they found has reported it all the same.
@Component
final class LostForm implements LostPart, Form, PersonCommand {
  private static final Duration PATIENCE = Duration.ofHours(1);

  @StoredAs("lostproperty.what.v1")
  record Naming(List<MessageId> written) implements FormStep {}

  @StoredAs("lostproperty.where.v1")
  record Locating(MessageId what, List<MessageId> written) implements FormStep {}

  @StoredAs("lostproperty.photo.v1")
  record Picturing(MessageId what, @Nullable MessageId where, List<MessageId> written) implements FormStep {}

  private final Forms forms;
  private final Tickets tickets;
  private final Relay relay;
  private final CommandDoor door;
  private final Steps steps;

  LostForm(Forms forms, Tickets tickets, Relay relay, CommandDoor door) {
    this.forms = forms;
    this.tickets = tickets;
    this.relay = relay;
    this.door = door;
    steps = forms.declare(this);
    steps.at(Naming.class).asks((visitor, _) -> visitor.says(visitor.text("lostproperty.what"))).heard(answer -> {
      MessageId kept = forms.keep(answer);
      List<MessageId> written = FormStep.plus(answer.step().written(), kept);
      return answer.content() instanceof Content.Text ? Next.to(new Locating(kept, written))
          : Next.to(new Naming(written), answer.visitor().says(answer.visitor().text("lostproperty.what-again")));
    });
    steps.at(Locating.class).asks((visitor, _) -> where(visitor, "lostproperty.where")).heard(answer -> {
      MessageId kept = forms.keep(answer);
      List<MessageId> written = FormStep.plus(answer.step().written(), kept);
      return answer.content() instanceof Content.Text ? Next.to(new Picturing(answer.step().what(), kept, written))
          : Next.to(new Locating(answer.step().what(), written), where(answer.visitor(), "lostproperty.where-again"));
    }).pressed(LostButton.FORGOTTEN_WHERE, (_, step) -> Next.to(new Picturing(step.what(), null, step.written())))
        .waits(PATIENCE, (visitor, step) -> opened(visitor, new Picturing(step.what(), null, step.written())));
    steps.at(Picturing.class).asks((visitor, _) -> photo(visitor, "lostproperty.photo")).heard(answer -> {
      Picturing all = new Picturing(answer.step().what(), answer.step().where(),
          FormStep.plus(answer.step().written(), forms.keep(answer)));
      return answer.content() instanceof Content.Media ? opened(answer.visitor(), all)
          : Next.to(all, photo(answer.visitor(), "lostproperty.photo-again"));
    }).pressed(LostButton.NO_PHOTO, (pressing, step) -> opened(pressing.visitor(), step))
        .waits(PATIENCE, this::opened);
  }

  private static Call where(Visitor visitor, String key) {
    return asked(visitor, key, "lostproperty.button.forgotten-where", LostButton.FORGOTTEN_WHERE);
  }

  private static Call photo(Visitor visitor, String key) {
    return asked(visitor, key, "lostproperty.button.no-photo", LostButton.NO_PHOTO);
  }

  private static Call asked(Visitor visitor, String key, String without, LostButton button) {
    return visitor.says(visitor.text(key), List.of(List.of(visitor.button(without, Press.of(button).data()))));
  }

  private Next opened(Visitor visitor, Picturing all) throws Exception {
    Ticket ticket = tickets.open(visitor.turn(), visitor.person().id(), visitor.chat().chat(), LostMoves.FOUND);
    relay.adopt(visitor.turn(), ticket, all.written());
    door.given(visitor, Set.of(), ticket, new LostCommand.Report(all.what(), all.where()));
    return Next.end();
  }

  /// Whoever just writes has begun.
  void said(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    if (!forms.said(visitor, said, shown)) {
      forms.stay(visitor, new Naming(List.of()));
      forms.said(visitor, said, shown);
    }
  }

  @Override
  public Steps steps() {
    return steps;
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    Ticket open = tickets.openOf(visitor.turn(), visitor.person().id()).orElse(null);
    if (open != null) {
      forms.say(visitor, visitor.text("lostproperty.thanks", "number", open.shownNumber()));
    } else {
      forms.leave(visitor);
      forms.go(visitor, new Naming(List.of()));
    }
  }
}
