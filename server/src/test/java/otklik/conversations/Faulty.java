package otklik.conversations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import otklik.kernel.Beside;
import otklik.storage.Address;
import otklik.workspaces.Installation;
import playground.Message;
import playground.Playground;
import playground.TopicView;

/// A conversation in which something goes wrong.
abstract class Faulty extends Conversation {
  @AfterEach
  void theWeatherIsFineAgain() {
    playground().endFaults();
  }

  Playground playground() {
    return desk.stage.playground;
  }

  /// A person with a ticket, whose topic has its card.
  Client ticketOf(String name) {
    Client client = person(name).bound("ACME-1").opensTicket("Другое", "Это " + name);
    roomOf(client).card();
    return client;
  }

  /// The topic of this person's ticket, once its card is there.
  Room roomOf(Client client) {
    desk.await("the topic of " + client.person.firstName(), () -> topicsOf(client).findFirst().isPresent());
    return new Room(desk, desk.group, topicsOf(client).findFirst().orElseThrow());
  }

  /// Topics with a card about this person, without the deleted ones.
  Stream<TopicView> topicsOf(Client client) {
    return desk.topics().stream().filter(topic -> !topic.deleted())
        .filter(topic -> desk.group.messages(topic.id()).stream().anyMatch(message -> isAbout(client, message)));
  }

  private static boolean isAbout(Client client, Message message) {
    return message.text().contains("(id: " + client.person.id() + ")");
  }

  /// All of them begin in the same moment; returns when all are done.
  static void atOnce(Runnable... things) {
    CyclicBarrier barrier = new CyclicBarrier(things.length);
    together(Arrays.stream(things).<Runnable>map(thing -> () -> {
      try {
        barrier.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      thing.run();
    }).toList());
  }

  /// Each on a thread of its own; returns when all are done.
  static void together(List<Runnable> things) {
    things.stream().map(Beside::run).toList().forEach(CompletableFuture::join);
  }

  /// On a connection beside the program's own, for what only a test may do.
  List<String> sql(String statement) {
    Address address = desk.stage.bean(Installation.class).server().database();
    try (Connection connection = DriverManager.getConnection(address.url(), address.properties());
        java.sql.Statement running = connection.createStatement()) {
      List<String> values = new ArrayList<>();
      if (running.execute(statement)) {
        try (ResultSet rows = running.getResultSet()) {
          while (rows.next()) {
            values.add(rows.getString(1));
          }
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /// The id of the desk's workspace in SQL.
  String here() {
    return "(select id from workspace where name = '" + desk.workspace() + "')";
  }
}
