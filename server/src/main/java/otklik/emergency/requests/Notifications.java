package otklik.emergency.requests;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Mentions;
import otklik.dialogs.Visitor;
import otklik.emergency.people.Resident;
import otklik.emergency.people.ResidentRows;
import otklik.kernel.DeliveryId;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.people.Person;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What both sides of a request are told, each in their own language.
@Component
public final class Notifications {
  /// What a delivery to the one who needs help is about: the ticket.
  public static final String TO_PERSON = "emergency.to-person";
  /// What one to a volunteer is about: the volunteer.
  public static final String TO_VOLUNTEER = "emergency.to-volunteer";

  private final People people;
  private final ResidentRows residentRows;
  private final Deliveries deliveries;

  Notifications(People people, ResidentRows residentRows, Deliveries deliveries) {
    this.people = people;
    this.residentRows = residentRows;
    this.deliveries = deliveries;
  }

  /// The one who needs help, in the chat of the request.
  public Visitor person(Turn turn, Ticket ticket) {
    return Visitor.of(turn, people.find(turn, ticket.person()).orElseThrow(), ticket.chat());
  }

  /// Anybody, in their own chat.
  public Visitor visitor(Turn turn, PersonId id) {
    Person person = people.find(turn, id).orElseThrow();
    return Visitor.of(turn, person,
        residentRows.find(turn, id).map(Resident::chat).orElse(person.account()));
  }

  /// Says nothing when the person had themself forgotten.
  ///
  /// @param values names and values by turns; a person is shown as they can be reached
  public void toPerson(Turn turn, Ticket ticket, String key, @Nullable Object... values) throws Exception {
    if (!ticket.isErased()) {
      deliveries.owe(turn, notification(person(turn, ticket), key, List.of(), values).of(ticket.id()));
    }
  }

  /// Says nothing when they had themself forgotten.
  public void toVolunteer(Turn turn, PersonId id, Ticket ticket, String key,
      @Nullable Object... values) throws Exception {
    Visitor volunteer = visitor(turn, id);
    if (!volunteer.person().isErased()) {
      toVolunteer(volunteer, ticket, key, List.of(), values);
    }
  }

  /// When it doesn't reach them, it is known that nothing does.
  ///
  /// @param ticket what it is about
  public void toVolunteer(Visitor volunteer, Ticket ticket, String key, List<List<Button>> buttons,
      @Nullable Object... values) throws Exception {
    deliveries.owe(volunteer.turn(), notification(volunteer, key, buttons, values)
        .about(TO_VOLUNTEER, volunteer.person().id().value()).of(ticket.id()));
  }

  /// About no request in particular, or a question whose answer is waited for.
  public DeliveryId to(Visitor visitor, String key, List<List<Button>> buttons,
      @Nullable Object... values) throws Exception {
    return deliveries.owe(visitor.turn(), notification(visitor, key, buttons, values));
  }

  private static NewDelivery notification(Visitor visitor, String key, List<List<Button>> buttons,
      @Nullable Object... values) {
    List<Person> mentioned = new ArrayList<>();
    @Nullable Object[] shown = values.clone();
    for (int i = 1; i < shown.length; i += 2) {
      if (shown[i] instanceof Person person) {
        mentioned.add(person);
        shown[i] = person.shownName();
      }
    }
    return NewDelivery.words(
        new Call.Say(visitor.chat(), Mentions.in(visitor.text(key, shown), mentioned), null, buttons));
  }
}
