package otklik.conversations;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.storage.TestDatabases;

/// A test that reads as a conversation around a panic button of its own, on both databases. It may move the clock.
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabases.class)
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
