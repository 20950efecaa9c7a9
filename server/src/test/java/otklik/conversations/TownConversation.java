package otklik.conversations;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.storage.ConversationDatabase;
import otklik.storage.TestDatabases;

/// A test that reads as a conversation around a panic button of its own. It may move the clock.
@ParameterizedClass(name = "{0}")
@ConversationDatabase
abstract class TownConversation {
  @Parameter TestDatabases database;

  Town town;
  private Stage stage;

  @BeforeEach
  void goToANewTown() {
    stage = Stages.take(Stages.Kind.TOWNS, database);
    town = newTown(stage);
  }

  Town newTown(Stage stage) {
    return stage.newTown();
  }

  @AfterEach
  void leaveTheStage() {
    Stages.giveBack(Stages.Kind.TOWNS, database, stage);
  }

  Client person(String name) {
    return town.person(name);
  }

  /// They press it, say that they are sure, and nobody objects until it is closed.
  void closesWith(Client volunteer, String button) {
    volunteer.presses(button);
    volunteer.presses("Да, закрыть");
    pass(Duration.ofMinutes(2).plusSeconds(1));
    town.await("the request to be closed",
        () -> town.count("select count(*) from emergency_request where workspace_id = %s and ending is not null") > 0);
  }

  void pass(Duration time) {
    town.settles();
    town.stage.time.advance(time);
  }
}
