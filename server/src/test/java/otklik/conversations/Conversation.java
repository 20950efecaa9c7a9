package otklik.conversations;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;

/// A test that reads as a conversation: each plays at a desk of its own, on both databases.
@ParameterizedClass(name = "{0}")
@EachDatabase
abstract class Conversation {
  @Parameter TestDatabases database;

  Desk desk;

  @BeforeEach
  void takeANewDesk() {
    desk = Stages.on(database).newDesk();
  }

  Client person(String name) {
    return desk.person(name);
  }
}
