package otklik.emergency.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import otklik.emergency.settings.EmergencySettings.CheckIns;
import otklik.emergency.settings.EmergencySettings.Ring;
import otklik.geography.City;
import otklik.geography.Country;
import otklik.geography.EmergencyNumber;
import otklik.kernel.Language;
import otklik.settings.WrongConfiguration;
import otklik.workspaces.Configuration;

class EmergencyReaderTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir Path directory;

  private EmergencySettings button(String more) throws IOException {
    Files.writeString(directory.resolve("otklik.yaml"), """
        workspaces:
          - name: town
            timezone: Asia/Tbilisi
            language: ru
            channels:
              - name: button
                messenger: telegram
                token: "1000001:TESTTESTTESTTESTTESTTESTTESTTESTTES"
                scenario: emergency
                emergency:
                  coordinators-chat-id: -1001
                  coordinators: [7, 8]
        """ + more.indent(8));
    return Configuration.load(directory, Map.of()).workspaces().getFirst().channels().getFirst()
        .settings(EmergencySettings.class);
  }

  private String complaint(String more) {
    return catchThrowableOfType(WrongConfiguration.class, () -> button(more)).getMessage();
  }

  @Test
  void a_button_works_with_nothing_said() throws IOException {
    EmergencySettings button = button("");
    assertThat(button.country()).isNull();
    assertThat(button.approvesChats()).isTrue();
    assertThat(button.coordinatorsTopics()).isTrue();
    assertThat(button.lifetime()).isEqualTo(Duration.ofHours(24));
    assertThat(button.rings()).isEqualTo(Ring.DEFAULT);
    assertThat(button.checkIns()).isEqualTo(CheckIns.DEFAULT);
    assertThat(button.cities().find("Тбилиси").cities()).hasSize(1);
    assertThat(button.emergencyNumbers().of(new Country("GE"))).isNotEmpty();
    assertThat(button.isCoordinator("8")).isTrue();
    assertThat(button.isCoordinator("9")).isFalse();
  }

  @Test
  void a_button_may_know_cities_and_numbers_of_its_own() throws IOException {
    EmergencySettings button = button("""
          country: GE
          cities:
            - id: ushguli
              country: GE
              latitude: 42.917
              longitude: 43.015
              names: { ru: Ушгули, en: Ushguli }
              aliases: Жибиани
              zone: Asia/Tbilisi
          emergency-numbers:
            GE: { anything: 112, police: [122, "022"] }
        """);
    City ushguli = button.cities().find("мы в Жибиани").cities().getFirst();
    assertThat(ushguli.name(Language.RU)).isEqualTo("Ушгули");
    assertThat(button.cities().find("Тбилиси").cities()).hasSize(1);
    assertThat(button.emergencyNumbers().of(new Country("GE"))).containsExactly(
        new EmergencyNumber(EmergencyNumber.Purpose.ANYTHING, "112"),
        new EmergencyNumber(EmergencyNumber.Purpose.POLICE, "122"),
        new EmergencyNumber(EmergencyNumber.Purpose.POLICE, "022"));
    assertThat(button.emergencyNumbers().of(new Country("AM"))).isNotEmpty();
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    assertThat(complaint("""
          country: XX
          cities:
            - { id: Bad Id, country: GE, latitude: 42.9, longitude: 43.0, names: { ru: Ушгули }, zone: Asia/Tbilisi }
            - { id: south, country: GE, latitude: 142.9, longitude: 43.0, names: { ru: Юг }, zone: Asia/Tbilisi }
            - { id: nameless, country: GE, latitude: 42.9, longitude: 43.0, zone: Asia/Tbilisi }
            - { id: unzoned, country: GE, latitude: 42.9, longitude: 43.0, names: { ru: Без часов } }
          emergency-numbers:
            GE: { anything: one-one-two }
            AM: { fires: 101 }
        """)).contains("country: a country is two capital letters", "a city's id is small Latin letters",
        "a latitude is from -90 to 90", "the city 'nameless' needs a name", "zone: is needed",
        "an emergency number is two to six digits", "needs at least one number", "unknown key 'fires'");
  }

  @Test
  void a_warning_comes_before_the_end_and_rings_widen() {
    assertThat(complaint("""
          lifetime: 1h
          warn-before: 2h
          rings:
            - { after: 0s, volunteers: 30 }
            - { after: 1m, volunteers: 20 }
        """)).contains("warn-before: must be shorter than lifetime",
        "volunteers: must be more than in the ring before");
  }

  @Test
  void mistakes_name_the_file_the_line_and_what_is_allowed() {
    assertThat(complaint("""
          coordinators-topics: perhaps
          alarm-after: soon
          area-metres: 20
          not-urgent-votes: 0
          lifetime: 0s
          approve-chat: on
        """)).contains("otklik.yaml:13", "coordinators-topics", "on or off", "otklik.yaml:14", "alarm-after",
        "a length of time such as 30m, 24h or 2d", "otklik.yaml:15", "area-metres", "a whole number from 100 to 50000",
        "otklik.yaml:16", "not-urgent-votes", "a whole number from 1 to 100", "otklik.yaml:17",
        "lifetime: must be longer than nothing", "otklik.yaml:18", "unknown key 'approve-chat'");
  }

  @Test
  void the_coordinators_are_people_in_a_group() throws IOException {
    Files.writeString(directory.resolve("otklik.yaml"), """
        workspaces:
          - name: town
            timezone: Asia/Tbilisi
            language: ru
            channels:
              - name: button
                messenger: telegram
                token: "1:a"
                scenario: emergency
                emergency:
                  coordinators-chat-id: 1001
                  coordinators: [7, -8]
        """);
    assertThat(catchThrowableOfType(WrongConfiguration.class, () -> Configuration.load(directory, Map.of()))
        .getMessage()).contains("otklik.yaml:11", "'1001' is not a group", "otklik.yaml:12", "'-8' is a group");
  }

  @Test
  void the_example_names_every_setting_with_its_default() throws IOException {
    EmergencySettings example = Configuration.load(EXAMPLES, Map.of("CONFIG", "emergency.yaml", "BOT_TOKEN", "1:a",
            "COORDINATORS_CHAT_ID", "-1001", "COORDINATORS", "7,8"))
        .workspaces().getFirst().channels().getFirst().settings(EmergencySettings.class);
    EmergencySettings silent = button("country: GE".indent(2));
    assertThat(example).usingRecursiveComparison().ignoringFields("cities", "emergencyNumbers").isEqualTo(silent);
    assertThat(example.cities().find("Казбеги").cities()).extracting(city -> city.name(Language.RU))
        .containsExactly("Степанцминда");
    assertThat(example.emergencyNumbers().of(new Country("GE")))
        .containsExactly(new EmergencyNumber(EmergencyNumber.Purpose.ANYTHING, "112"));
    assertThat(Files.readString(EXAMPLES.resolve("emergency.yaml"))).contains("coordinators-chat-id:",
        "coordinators:", "coordinators-topics:", "country:", "approve-chats:", "lifetime:", "warn-before:",
        "alarm-after:", "not-urgent-votes:", "rings:", "check-ins:", "area-metres:", "requests-a-day:", "cities:",
        "emergency-numbers:");
  }
}
