package otklik.helpdesk.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import otklik.kernel.Language;
import otklik.workspaces.Channel;
import otklik.workspaces.Texts;
import otklik.workspaces.WorkingHours;

/// How one support desk is set up.
///
/// @param supportChat the operators' group
/// @param operators   the messenger's ids of those who may answer; in order, each once
/// @param admins      those operators who also keep companies, projects and codes, and hear of breaches; where none is
///                    named, all operators
/// @param clients     companies that the file declares; more may live in the database
/// @param signature   whether answers name their operator
/// @param reopenWithin how long after closing a person may open the same ticket again
public record HelpdeskSettings(
    String supportChat,
    List<String> operators,
    List<String> admins,
    List<Client> clients,
    List<Category> categories,
    WorkingHours hours,
    Sla sla,
    boolean signature,
    Duration reopenWithin,
    Timeouts timeouts,
    List<CannedAnswer> answers,
    StrangerLimitSettings strangers,
    Reinforcements reinforcements) {
  /// As the configuration calls the scenario.
  public static final String SCENARIO = "helpdesk";

  static final Duration REOPEN_WITHIN = Duration.ofHours(48);

  /// A company.
  public record Client(String name, List<Project> projects) {}

  /// @param inviteCode unique in the channel; 1–64 of A-Z a-z 0-9 _ -
  public record Project(String name, String inviteCode, boolean isActive) {}

  /// What a ticket can be about.
  ///
  /// @param id     1–16 of A-Z a-z 0-9 _ -; stored with tickets
  /// @param titles of the desk's own; empty for a built-in category, whose titles are texts
  public record Category(String id, Map<Language, String> titles, boolean urgent) {
    static final List<Category> BUILT_IN =
        Stream.of("A", "B", "C", "D", "E", "F", "G", "H", "I")
            .map(id -> new Category(id, Map.of(), id.equals("H")))
            .toList();

    /// The title in a language; in another one where the desk has no translation.
    public String title(Language language, Texts texts) {
      if (titles.isEmpty()) {
        return texts.text(language, "category." + id);
      }
      return Optional.ofNullable(titles.get(language)).orElseGet(() -> titles.values().iterator().next());
    }
  }

  /// How long a step of a dialog waits for a person.
  ///
  /// @param attachments after the description; then the ticket is made with what there is
  /// @param comment     after a bad mark; then a message is a new matter again
  public record Timeouts(Duration attachments, Duration comment) {
    static final Timeouts DEFAULT = new Timeouts(Duration.ofMinutes(10), Duration.ofHours(24));
  }

  /// Where operators work: the group, and the second one where there is one.
  public List<String> groups() {
    String second = reinforcements.overflowChat();
    return second == null ? List.of(supportChat) : List.of(supportChat, second);
  }

  public boolean isOperator(String person) {
    return operators.contains(person);
  }

  public boolean isAdmin(String person) {
    return admins.contains(person);
  }

  public Optional<Category> category(String id) {
    return categories.stream().filter(category -> category.id().equals(id)).findFirst();
  }

  public static HelpdeskSettings of(Channel channel) {
    return channel.settings().settings(HelpdeskSettings.class);
  }
}
