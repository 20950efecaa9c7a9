package otklik.delivery;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.MessageRef;
import otklik.channels.Place;
import otklik.channels.Target;
import otklik.kernel.DeliveryId;
import otklik.kernel.Ids;
import otklik.kernel.TicketId;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Where everybody leaves the calls that a messenger is owed. What is left here in a transaction that commits will be
/// made, in the order of its lane, until it is sent, refused or given up.
@Component
public final class Deliveries implements KeysBelow {
  private final Outbox outbox;
  private final Dispatchers dispatchers;
  private final Ids ids;

  Deliveries(Outbox outbox, Dispatchers dispatchers, Ids ids) {
    this.outbox = outbox;
    this.dispatchers = dispatchers;
    this.ids = ids;
  }

  public DeliveryId owe(Turn turn, NewDelivery owed) throws SQLException {
    DeliveryId id = new DeliveryId(ids.next());
    Call call = owed.call();
    Delivery delivery = new Delivery(id, turn.channel(), call.place().chat(), LaneName.of(owed, id), owed.priority(),
        call,
        owed.subject(), owed.replaces() != null, owed.joins(), turn.now(), false, Failures.NONE, null);
    if (owed.replaces() != null) {
      forget(turn, outbox.drop(turn, owed.replaces()));
    }
    outbox.add(turn.tx(), delivery, owed.replaces(), owed.ticket());
    turn.afterCommit(() -> dispatchers.of(turn.channel()).offer(delivery));
    turn.ifInDoubt(() -> dispatchers.of(turn.channel()).suspect(delivery.lane(), delivery.chat(),
        delivery.priority()));
    return id;
  }

  @Override
  public void take(Turn turn, DeliveryId said) throws SQLException {
    SettledRows.Told told = SettledRows.told(turn, said).orElse(null);
    if (told != null && told.messages().isEmpty()) {
      owe(turn, NewDelivery.of(Priority.EDITS,
          new Call.EditButtons(Place.chat(told.chat()), new Target.MadeBy(said, 0), List.of())));
    } else if (told != null) {
      owe(turn, NewDelivery.keysGone(Place.chat(told.chat()), told.messages().getLast()));
    }
  }

  /// Takes a call back that turned out to be unnecessary. One that is in the air arrives all the same; of that only a
  /// listener hears to whom it is [revocable][Listener#isRevocable].
  public void drop(Turn turn, DeliveryId id) throws SQLException {
    forget(turn, outbox.drop(turn, id));
  }

  /// Likewise, many at once.
  public void drop(Turn turn, List<DeliveryId> ids) throws SQLException {
    for (List<DeliveryId> some : inParts(ids)) {
      forget(turn, outbox.drop(turn, some));
    }
  }

  /// What was given up is said by newer deliveries: nobody needs to send it again, or does already.
  public void sentAnew(Turn turn, List<DeliveryId> ids) throws SQLException {
    drop(turn, ids);
    outbox.sentAnew(turn, ids);
  }

  /// The place is gone: nothing that is owed there will ever arrive.
  ///
  /// @return what was owed there, in order
  public List<CancelledDelivery> dropAll(Turn turn, Place place) throws SQLException {
    List<CancelledDelivery> dropped = outbox.dropAt(turn, place);
    forget(turn, dropped);
    return dropped.stream().sorted(Comparator.comparing(one -> one.id().value())).toList();
  }

  /// Nothing new is said there any more. What changes or deletes something that stands there already is made all the
  /// same: perhaps it takes back what nobody is to read.
  public void dropNew(Turn turn, Place place) throws SQLException {
    List<CancelledDelivery> dropped = dropAll(turn, place);
    Set<DeliveryId> ids = dropped.stream().map(CancelledDelivery::id).collect(Collectors.toSet());
    for (CancelledDelivery each : dropped) {
      Target changed = SendingAccounts.changed(each.call());
      if (changed != null && !(changed instanceof Target.MadeBy(var said, _) && ids.contains(said))) {
        owe(turn, new NewDelivery(each.call(), Priority.EDITS, each.subject(), null, null, false, null));
      }
    }
  }

  /// Nothing tells any more that anything was said in a person's chat before that id was given, but for the other
  /// side's words, whose ids their messages know. What waits to be said there is [dropped][#dropAll] apart from this.
  ///
  /// @param most at most so many
  /// @return how many deliveries there were; fewer than `most` when none is left
  public int erase(Turn turn, String chat, long before, int most) throws SQLException {
    return SettledRows.delete(turn, chat, before, most);
  }

  /// Likewise of what is settled among deliveries whose ids are known.
  public void erase(Turn turn, String chat, Set<DeliveryId> which) throws SQLException {
    for (List<DeliveryId> some : inParts(List.copyOf(which))) {
      SettledRows.delete(turn, chat, some);
    }
  }

  /// Words that rows still have of what was said in a place are erased. What waits to be said there will be said, and
  /// what stands there can still be found.
  ///
  /// @param most at most so many
  /// @return how many had words; fewer than `most` when none is left
  public int eraseWords(Turn turn, Place place, int most) throws SQLException {
    return SettledRows.eraseWords(turn, place, most);
  }

  /// What the messenger was asked about an account isn't kept any more.
  public void eraseQuestionsAbout(Turn turn, String account) throws SQLException {
    SettledRows.eraseQuestionsAbout(turn, account);
  }

  /// Likewise what was said about these subjects, in all chats.
  public void eraseWords(Turn turn, List<Subject> about) throws SQLException {
    for (List<Subject> some : inParts(about)) {
      SettledRows.eraseWords(turn, some);
    }
  }

  /// What deliveries about these subjects left in a chat. Those that wait are dropped, and the words of all are erased.
  public List<MessageRef> withdraw(Turn turn, String chat, List<Subject> about) throws SQLException {
    return withdraw(turn, about).stream().filter(left -> left.chat().equals(chat)).toList();
  }

  /// Of that chat alone: what goes elsewhere about these subjects is left.
  public List<MessageRef> withdrawIn(Turn turn, String chat, List<Subject> about) throws SQLException {
    forget(turn, outbox.dropAbout(turn, chat, about));
    List<MessageRef> left = SettledRows.made(turn, SettledRows.about(about, chat));
    SettledRows.eraseWords(turn, chat, about);
    return left;
  }

  /// Likewise in all chats.
  public List<MessageRef> withdraw(Turn turn, List<Subject> about) throws SQLException {
    List<MessageRef> left = new ArrayList<>();
    for (List<Subject> some : inParts(about)) {
      forget(turn, outbox.dropAbout(turn, some));
      left.addAll(SettledRows.made(turn, SettledRows.about(some)));
      SettledRows.eraseWords(turn, some);
    }
    return left;
  }

  /// The same of deliveries whose ids are known.
  public List<MessageRef> withdraw(Turn turn, String chat, Set<DeliveryId> which) throws SQLException {
    List<MessageRef> left = new ArrayList<>();
    for (List<DeliveryId> some : inParts(List.copyOf(which))) {
      forget(turn, outbox.drop(turn, some));
      left.addAll(SettledRows.made(turn, SettledRows.among(some)));
      SettledRows.eraseWords(turn, Set.copyOf(some));
    }
    return left.stream().filter(one -> one.chat().equals(chat)).toList();
  }

  /// The same for what was said about a subject with such words in it. Its listener must [look for
  /// words][Listener#looksForWords].
  ///
  /// @param words asked of the call as JSON
  public List<MessageRef> withdrawSaying(Turn turn, String chat, Subject about, Predicate<String> words)
      throws SQLException {
    forget(turn, outbox.dropSaying(turn, about, words));
    return SettledRows.eraseSaying(turn, chat, about, words);
  }

  private static <T> List<List<T>> inParts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += SettledRows.VALUES_AT_ONCE) {
      parts.add(all.subList(from, Math.min(from + SettledRows.VALUES_AT_ONCE, all.size())));
    }
    return parts;
  }

  /// Drops what waits to be replaced under these keys, and erases the words of what was.
  public void withdrawReplaceable(Turn turn, List<String> keys) throws SQLException {
    for (String key : keys) {
      forget(turn, outbox.drop(turn, key));
      SettledRows.eraseReplaced(turn, key);
    }
  }

  /// What was said to somebody in their own chat.
  ///
  /// @param ticket to which an answer to it belongs; null for none in particular
  /// @param kind   of what it was about; null where nobody wanted to know
  public record SaidThere(@Nullable TicketId ticket, @Nullable String kind) {}

  /// Nothing for what wasn't said by us in the last weeks, and for what the other side of a conversation said, whose
  /// copies their messages know.
  public Optional<SaidThere> said(Turn turn, MessageRef message) throws SQLException {
    return SettledRows.said(turn, message);
  }

  /// Whether a call to that place is in the air: the messenger may show already what isn't durable here. Once this is
  /// false, it is.
  public boolean isUnderWay(Channel channel, Place place) {
    return dispatchers.of(channel).isUnderWay(place.key());
  }

  /// Likewise for all places of a chat.
  public boolean isUnderWayIn(Channel channel, String chat) {
    return dispatchers.of(channel).isUnderWayIn(chat);
  }

  private void forget(Turn turn, List<CancelledDelivery> dropped) {
    dropped.forEach(old -> turn.afterCommit(() -> dispatchers.of(turn.channel()).dropped(old.lane(),
        old.id().value())));
  }
}
