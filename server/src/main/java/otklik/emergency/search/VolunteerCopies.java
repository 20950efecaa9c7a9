package otklik.emergency.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.delivery.Subject;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Asking;
import otklik.emergency.requests.Askings;
import otklik.emergency.requests.Askings.Shown;
import otklik.emergency.requests.Case;
import otklik.emergency.requests.Cases;
import otklik.emergency.requests.Copy;
import otklik.emergency.requests.Distances;
import otklik.emergency.requests.TakerCard;
import otklik.erasure.TicketReader;
import otklik.kernel.Language;
import otklik.kernel.PersonId;
import otklik.kernel.TicketId;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Every volunteer's copy of a request says what is true now. What waits to be sent and isn't needed any more is never
/// sent, which costs nothing; then those hear of a change who pressed something, then everybody else, behind whatever
/// is new.
@Component
public final class VolunteerCopies implements TimerHandler {
  private static final String REST = "emergency.copies";
  private static final int AT_ONCE = 250;
  /// So many are looked for at once, so that this isn't done anew for each part of them.
  private static final int CHOSEN_AT_ONCE = 2500;

  private final Tickets tickets;
  private final Askings askings;
  private final Cases cases;
  private final Deliveries deliveries;
  private final Timers timers;

  VolunteerCopies(Tickets tickets, Askings askings, Cases cases, Deliveries deliveries, Timers timers) {
    this.tickets = tickets;
    this.askings = askings;
    this.cases = cases;
    this.deliveries = deliveries;
    this.timers = timers;
  }

  /// What a copy says.
  public record Face(Content.Text text, List<List<Button>> buttons) {
    public boolean isOf(Call call) {
      return call instanceof Call.Say say && say.content().equals(text) && say.buttons().equals(buttons);
    }
  }

  public void refresh(Turn turn, TicketId ticket) throws Exception {
    Case it = cases.read(turn, ticket);
    if (!it.isOpen()) {
      deliveries.drop(turn, askings.spare(turn, ticket));
    }
    change(turn, it, askings.ofPressers(turn, ticket));
    changeOthers(turn, it, new CopiesToChange(turn.now(), 0, List.of()));
  }

  private void changeOthers(Turn turn, Case it, CopiesToChange part) throws Exception {
    TicketId ticket = it.ticket().id();
    List<Long> chosen = part.chosen().isEmpty()
        ? askings.others(turn, ticket, part.begun(), part.after(), CHOSEN_AT_ONCE) : part.chosen();
    List<Long> now = chosen.subList(0, Math.min(AT_ONCE, chosen.size()));
    change(turn, it, askings.shown(turn, now));
    String subject = Long.toString(ticket.value());
    if (now.size() == AT_ONCE) {
      CopiesToChange next = new CopiesToChange(part.begun(), now.getLast(), chosen.subList(AT_ONCE, chosen.size()));
      timers.set(turn, REST, subject, next.stored(), turn.now());
    } else {
      timers.cancel(turn, REST, subject);
    }
  }

  private void change(Turn turn, Case it, List<Shown> some) throws Exception {
    Map<Reader, Face> faces = new HashMap<>();
    for (Shown each : some) {
      if (each.blocked()) {
        continue;
      }
      Reader reader = reader(turn.channel(), it, each);
      edit(turn, each.asking(), faces.computeIfAbsent(reader, who -> face(turn.channel(), it, who)));
    }
  }

  @Override
  public Set<String> kinds() {
    return Set.of(REST);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    Case it = cases.read(turn, new TicketId(Long.parseLong(timer.subject())));
    changeOthers(turn, it, CopiesToChange.read(timer.data()));
  }

  /// That copy alone.
  public void refresh(Turn turn, Asking asking) throws Exception {
    if (asking.shown() != null) {
      edit(turn, asking, face(turn, asking));
    }
  }

  /// What their copy should say now.
  public Face face(Turn turn, Asking asking) throws Exception {
    Case it = cases.read(turn, asking.ticket());
    Shown shown = askings.shown(turn, asking.id()).orElseThrow();
    if (shown.blocked()) {
      return hidden(turn.channel(), shown, it);
    }
    return face(turn.channel(), it, reader(turn.channel(), it, shown));
  }

  /// A volunteer isn't heard any more: what they see of requests that aren't closed leaves their chat. They may be asked
  /// anew, should they be heard again.
  public void hide(Turn turn, PersonId volunteer) throws Exception {
    for (Asking asking : askings.ofVolunteer(turn, volunteer)) {
      Ticket ticket = tickets.find(turn, asking.ticket()).orElseThrow();
      if (ticket.state().equals(Ticket.CLOSED)) {
        continue;
      }
      deliveries.withdraw(turn, List.of(new Subject(VolunteerInvitations.COPY, asking.id())));
      edit(turn, asking, hidden(turn.channel(), askings.shown(turn, asking.id()).orElseThrow(),
          cases.read(turn, ticket)));
      if (asking.state() != Asking.State.RETURNED) {
        askings.becomes(turn, asking.id(), Asking.State.FAILED);
      }
    }
  }

  /// A volunteer is forgotten: what they see of requests that aren't closed says so.
  public void erase(Visitor visitor) throws Exception {
    for (Asking asking : askings.ofVolunteer(visitor.turn(), visitor.person().id())) {
      if (asking.copy() == null) {
        continue;
      }
      Ticket ticket = tickets.find(visitor.turn(), asking.ticket()).orElseThrow();
      if (!ticket.state().equals(Ticket.CLOSED)) {
        deliveries.owe(visitor.turn(), NewDelivery.of(Priority.EDITS, new Call.EditText(visitor.chat(),
            new Target.Known(asking.copy()),
            Content.Text.of(visitor.text("emergency.copy.erased", "number", ticket.shownNumber())), List.of())));
      }
    }
  }

  /// Whoever pressed something may have been told more.
  public List<TicketReader> readers(Turn turn, Ticket ticket) {
    return askings.of(turn, ticket.id()).stream()
        .map(each -> new TicketReader(new Subject(VolunteerInvitations.COPY, each.id()), each.chat(),
            each.state() == Asking.State.SEEN || each.state() == Asking.State.RETURNED))
        .toList();
  }

  private static Face hidden(Channel channel, Shown shown, Case it) {
    return new Face(Content.Text.of(channel.texts().text(VolunteerInvitations.language(channel, shown.language()),
        "emergency.copy.hidden", "number", it.ticket().shownNumber())), List.of());
  }

  /// What makes copies differ.
  ///
  /// @param gaveBack the reader, if they gave it back with some words
  private record Reader(Language language, @Nullable String city, boolean taker, @Nullable PersonId gaveBack) {}

  private static Reader reader(Channel channel, Case it, Shown shown) {
    PersonId volunteer = shown.asking().volunteer();
    return new Reader(VolunteerInvitations.language(channel, shown.language()), shown.city(),
        isTaker(it, shown.asking()),
        it.wasGivenBackBy(volunteer) ? volunteer : null);
  }

  private Face face(Channel channel, Case it, Reader reader) {
    Copy copy = new Copy(channel, reader.language(), it, Distances.between(channel, reader.city(), it.request()),
        reader.city(), reader.gaveBack());
    if (reader.taker()) {
      TakerCard card = new TakerCard(copy);
      return new Face(card.text(), card.buttons());
    }
    return new Face(copy.text(), copy.buttons());
  }

  private static boolean isTaker(Case it, Asking asking) {
    return it.isTaken() && asking.volunteer().equals(it.ticket().owner());
  }

  private void edit(Turn turn, Asking asking, Face face) throws Exception {
    if (asking.shown() != null) {
      deliveries.owe(turn, NewDelivery.of(Priority.EDITS,
          new Call.EditText(Place.chat(asking.chat()), asking.shown(), face.text(), face.buttons()))
          .about(VolunteerInvitations.COPY, asking.id())
          .replacing(VolunteerInvitations.key(asking.id(), asking.copy())).beside());
    }
  }
}
