package otklik.conversations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.storage.ConversationDatabase;
import otklik.storage.TestDatabases;

/// A test that reads as a conversation: each plays at a desk of its own.
@ParameterizedClass(name = "{0}")
@ConversationDatabase
abstract class Conversation {
  @Parameter TestDatabases database;
  Desk desk;
  private Stage stage;

  @BeforeEach
  void takeANewDesk() {
    stage = Stages.take(kind(), database);
    desk = stage.newDesk();
  }

  Stages.Kind kind() {
    return Stages.Kind.DESKS;
  }

  @AfterEach
  void leaveTheStage() {
    Stages.giveBack(kind(), database, stage);
  }

  Client person(String name) {
    return desk.person(name);
  }
}
