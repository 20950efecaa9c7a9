package otklik.workspaces;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import otklik.channels.Messenger;
import otklik.channels.MessengerSettings;
import otklik.settings.Problems;
import otklik.settings.Section;
import otklik.settings.SettingPosition;
import otklik.settings.Tree;
import otklik.settings.WrongConfiguration;
import otklik.settings.YamlFile;

/// Reads an installation from its environment and its YAML file, all of it or nothing.
///
/// The file is `CONFIG`, else `otklik.yaml` where there is one. When it lists `workspaces`, they are the
/// installation; otherwise the environment makes one workspace with one helpdesk, and the file may add `timezone`,
/// `language`, `texts` and `helpdesk` to it. What both say, the environment decides.
public final class Configuration {
  private static final String FILE = "otklik.yaml";
  private static final String SCENARIO = "helpdesk";

  private final List<? extends ScenarioSettings<?>> scenarios;
  private final List<MessengerSettings> messengers;
  private final Map<String, String> variables;
  private final Problems problems;

  private Configuration(List<? extends ScenarioSettings<?>> scenarios, List<MessengerSettings> messengers,
      Map<String, String> variables) {
    this.scenarios = scenarios;
    this.messengers = messengers;
    this.variables = variables;
    this.problems = new Problems(Messengers.secrets(messengers));
  }

  /// @param directory where relative files are looked for
  /// @throws WrongConfiguration with everything that is wrong
  public static Installation load(Path directory, Map<String, String> environment) {
    var scenarios = new ArrayList<ScenarioSettings<?>>();
    ServiceLoader.load(ScenarioSettings.class).forEach(scenarios::add);
    return new Configuration(scenarios, Messengers.found(), environment).read(directory);
  }

  private Installation read(Path directory) {
    Tree.Fields set = Tree.Fields.of(variables);
    var environment = new Section(set, problems);
    Messengers known = Messengers.read(messengers, environment);
    ServerSettings server = ServerSettings.read(environment, known.usual());
    var reader = new WorkspaceReader(
        new ChannelReader(scenarios, known), environment.zone("TIMEZONE", ZoneId.of("Europe/Madrid")));

    Tree.Fields file = file(directory, environment);
    problems.refuse();
    List<WorkspaceSettings> workspaces =
        file.fields().containsKey("workspaces") ? listed(file, reader)
            : List.of(desk(file, set, known.usual(), reader));
    problems.refuse();
    return new Installation(workspaces, server);
  }

  private Tree.Fields file(Path directory, Section environment) {
    String name = environment.text("CONFIG", FILE);
    Path path = directory.resolve(name);
    if (Files.exists(path)) {
      return YamlFile.read(path, name, variables, problems);
    }
    if (environment.has("CONFIG")) {
      environment.problem("CONFIG", "there is no file '" + name + "'");
    } else if (account().stream().noneMatch(variable -> environment.has(variable.name()))) {
      String names = account().stream().map(MessengerSettings.Variable::name).collect(Collectors.joining(", "));
      problems.add(
          SettingPosition.ENVIRONMENT,
          "nothing to run: set " + names + ", SUPPORT_CHAT_ID and OPERATORS, or describe workspaces in " + FILE
              + "; './otklik run' without " + names + " starts the playground");
    }
    return Tree.Fields.none(new SettingPosition(name, 0));
  }

  private List<WorkspaceSettings> listed(Tree.Fields file, WorkspaceReader reader) {
    var root = new Section(file, problems);
    List<WorkspaceSettings> workspaces = root.sections("workspaces").stream().map(reader::read).toList();
    if (workspaces.isEmpty() && !problems.any()) {
      root.problem("workspaces", "at least one is needed");
    }
    root.done();
    return workspaces;
  }

  /// The one workspace that needs no file. It is read as if a file had described it, so that the same rules apply.
  private WorkspaceSettings desk(Tree.Fields file, Tree.Fields set, Messenger messenger, WorkspaceReader reader) {
    var root = new Section(file, problems);
    List.of("workspaces", "timezone", "language", "texts", SCENARIO).forEach(root::has);
    root.done();

    var helpdesk = new LinkedHashMap<String, Tree.Field>();
    switch (file.fields().get(SCENARIO)) {
      case Tree.Field(_, _, Tree.Fields described) -> helpdesk.putAll(described.fields());
      case Tree.Field(_, _, Tree.Scalar(_, var value, _)) when value.isEmpty() -> {}
      case null -> {}
      case Tree.Field _ -> root.problem(SCENARIO, "must consist of 'key: value' lines");
    }
    take(set, "SUPPORT_CHAT_ID", helpdesk, "support-chat-id",
        "the id of the operators' group, such as " + messenger.ids().sampleOfGroup());
    take(set, "OPERATORS", helpdesk, "operators",
        "the operators' " + messenger.title() + " ids, such as " + messenger.ids().sampleOfPeople());

    var channel = new LinkedHashMap<String, Tree.Field>();
    channel.put("name", Tree.Field.of("name", "desk"));
    account().forEach(variable -> take(set, variable.name(), channel, variable.key(), variable.needed()));
    channel.put("scenario", Tree.Field.of("scenario", SCENARIO));
    channel.put(SCENARIO, new Tree.Field(file.place(), SCENARIO, new Tree.Fields(file.place(), helpdesk)));
    problems.refuse();

    var workspace = new LinkedHashMap<>(file.fields());
    workspace.keySet().retainAll(List.of("language", "texts", set.fields().containsKey("TIMEZONE") ? "" : "timezone"));
    workspace.put("name", Tree.Field.of("name", "default"));
    var channels = new Tree.Items(file.place(), List.of(new Tree.Fields(file.place(), channel)));
    workspace.put("channels", new Tree.Field(file.place(), "channels", channels));
    var section = new Section(new Tree.Fields(file.place(), workspace), problems);
    WorkspaceSettings settings = reader.read(section);
    section.done();
    return settings;
  }

  /// What describes the account of that workspace's channel.
  private List<MessengerSettings.Variable> account() {
    return Messengers.usual(messengers).variables();
  }

  /// Puts a variable's value under a key; it is needed unless the file gave one.
  private void take(Tree.Fields set, String variable, Map<String, Tree.Field> into, String key, String needed) {
    Tree.Field value = set.fields().get(variable);
    if (value != null) {
      into.put(key, value);
    } else if (!into.containsKey(key)) {
      problems.add(SettingPosition.ENVIRONMENT, variable + ": is not set; needed: " + needed);
    }
  }
}
