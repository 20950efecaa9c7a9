package otklik.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import otklik.storage.Address;
import otklik.storage.TestDatabases;
import otklik.storage.Transfer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A database that an earlier version made and left as if it was killed, and the messenger's world around it.
///
/// @param folder with the database, the world, the configuration and [what they hold][Contents]
record Recording(Path folder) {
  /// What it is about goes on so much later.
  private static final Duration WHILE_IT_WAS_REPLACED = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String CONTENTS = "contents.json";
  private static final String DATABASE = "otklik.sqlite";
  private static final String PACKED = ".gz";

  /// @param moment     when it ended
  /// @param situations which were recorded, by their names
  /// @param formats    all that the version knew, by where it is stored
  /// @param absent     what of it isn't there, and why
  record Contents(String moment, List<String> situations, SortedMap<String, SortedSet<String>> formats,
      SortedMap<String, String> absent) {}

  /// Those that were kept, oldest first.
  static List<Recording> all() {
    try (Stream<Path> folders = Files.list(Path.of(Recording.class.getResource("/upgrades").toURI()))) {
      return folders.sorted().map(Recording::new).toList();
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  Contents contents() {
    return JSON.readValue(folder.resolve(CONTENTS).toFile(), Contents.class);
  }

  /// What is written where.
  SortedMap<String, SortedSet<String>> held() {
    Path unpacked = unpacked();
    return StoredFormats.held(unpacked.resolve(DATABASE), unpacked.resolve(Stage.WORLD));
  }

  /// Today's program begins on a copy of it.
  Stage goesOn(TestDatabases where) {
    Path unpacked = unpacked();
    Address database = where.fresh();
    if (database instanceof Address.Sqlite(var file)) {
      move(unpacked.resolve(DATABASE), file);
    } else {
      Transfer.of(unpacked.resolve(DATABASE), database);
    }
    return Stage.goingOn(database, unpacked, Instant.parse(contents().moment()).plus(WHILE_IT_WAS_REPLACED));
  }

  private Path unpacked() {
    try {
      Path unpacked = Files.createTempDirectory("otklik");
      Files.copy(folder.resolve(Stage.CONFIGURATION), unpacked.resolve(Stage.CONFIGURATION));
      for (String packed : List.of(DATABASE, Stage.WORLD)) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(packed + PACKED)))) {
          Files.copy(in, unpacked.resolve(packed));
        }
      }
      return unpacked;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps what a stage has come to.
  ///
  /// @param stage everything has settled there but what is held up
  /// @param from  the stage's folder
  void keep(Stage stage, Path from, Contents contents) {
    try {
      Files.createDirectories(folder);
      Path database = from.resolve("copy.sqlite");
      stage.change("vacuum into '" + database + "'");
      pack(database, DATABASE);
      pack(from.resolve(Stage.WORLD), Stage.WORLD);
      Files.copy(from.resolve(Stage.CONFIGURATION), folder.resolve(Stage.CONFIGURATION),
          StandardCopyOption.REPLACE_EXISTING);
      JSON.writeValue(folder.resolve(CONTENTS).toFile(), contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pack(Path file, String name) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + PACKED)))) {
      Files.copy(file, out);
    }
  }
}
