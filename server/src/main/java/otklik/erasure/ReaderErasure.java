package otklik.erasure;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Subject;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// What a ticket leaves in the chats of others who have a copy of it.
@Component
final class ReaderErasure {
  private final PersonalDataRegister register;
  private final WordsErasure wordsErasure;
  private final Deliveries deliveries;

  ReaderErasure(PersonalDataRegister register, WordsErasure wordsErasure, Deliveries deliveries) {
    this.register = register;
    this.wordsErasure = wordsErasure;
    this.deliveries = deliveries;
  }

  /// Its person is forgotten: what others were told of them and by them isn't kept, and leaves those chats. What their
  /// copies say then is the scenario's business.
  void withdraw(Turn turn, Ticket ticket, Portion portion) throws Exception {
    HelperData data = register.helpersOf(turn.channel()).orElse(null);
    if (data == null) {
      return;
    }
    List<TicketReader> readers = data.readers(turn, ticket);
    deliveries.withdraw(turn, copies(readers));
    withdraw(turn, ticket, data.told());
    withdraw(turn, ticket, data.shown());
    wordsErasure.erase(turn, chats(readers));
    portion.spend(Portion.TICKET + readers.size());
  }

  private void withdraw(Turn turn, Ticket ticket, List<TicketSubjects> all) throws Exception {
    for (TicketSubjects subjects : all) {
      subjects.take(turn, ticket.id(), deliveries.withdraw(turn, subjects.of(ticket.id())));
    }
  }

  /// A helper is forgotten: nothing names them any more where the ticket is shown, or was spoken of with its person.
  void eraseWords(Turn turn, HelperData data, Ticket ticket, Portion portion) throws Exception {
    List<TicketReader> readers = data.readers(turn, ticket);
    deliveries.eraseWords(turn, copies(readers));
    List<Place> chats = chats(readers);
    if (!ticket.isErased()) {
      chats.add(Place.chat(ticket.chat()));
    }
    wordsErasure.erase(turn, chats);
    portion.spend(readers.size());
  }

  private static List<Subject> copies(List<TicketReader> readers) {
    return readers.stream().map(TicketReader::copy).toList();
  }

  private static List<Place> chats(List<TicketReader> readers) {
    List<Place> chats = new ArrayList<>();
    readers.stream().filter(TicketReader::speaks).forEach(reader -> chats.add(Place.chat(reader.chat())));
    return chats;
  }
}
