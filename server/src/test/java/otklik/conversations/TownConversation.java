package otklik.conversations;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import otklik.storage.EachDatabase;
import otklik.storage.TestDatabases;

/// A test that reads as a conversation around a panic button of its own, on both databases. It may move the clock.
@ParameterizedClass(name = "{0}")
@EachDatabase
abstract class TownConversation {
  @Parameter TestDatabases database;

  Town town;

  @BeforeEach
  void goToANewTown() {
    town = newTown(Stages.townsOn(database));
  }

  Town newTown(Stage stage) {
    return stage.newTown();
  }

  Client person(String name) {
    return town.person(name);
  }

  void pass(Duration time) {
    town.settles();
    town.stage.clock.advance(time);
  }
}
