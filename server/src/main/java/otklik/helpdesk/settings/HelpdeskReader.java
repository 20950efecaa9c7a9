package otklik.helpdesk.settings;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import otklik.channels.Ability;
import otklik.channels.Messenger;
import otklik.helpdesk.settings.HelpdeskSettings.Category;
import otklik.helpdesk.settings.HelpdeskSettings.Client;
import otklik.helpdesk.settings.HelpdeskSettings.Project;
import otklik.helpdesk.settings.HelpdeskSettings.Timeouts;
import otklik.kernel.Language;
import otklik.settings.Section;
import otklik.workspaces.ScenarioSettings;
import otklik.workspaces.WorkingHours;

/// Reads a support desk's part of the configuration.
public final class HelpdeskReader implements ScenarioSettings<HelpdeskSettings> {
  /// What links of messengers take along.
  private static final Pattern INVITE_CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern CATEGORY = Pattern.compile("[A-Za-z0-9_-]{1,16}");

  @Override
  public String scenario() {
    return "helpdesk";
  }

  /// They are older than the second scenario.
  @Override
  public String ownTexts() {
    return "";
  }

  @Override
  public Set<String> chats(HelpdeskSettings settings) {
    return Set.copyOf(settings.groups());
  }

  @Override
  public List<String> helperTokens(HelpdeskSettings settings) {
    return settings.reinforcements().helperTokens();
  }

  @Override
  public Set<Ability> needs() {
    return Set.of(Ability.GROUPS, Ability.TOPICS, Ability.BUTTONS, Ability.EDITS);
  }

  @Override
  public HelpdeskSettings read(Section section, ZoneId zone, Messenger messenger) {
    String supportChat = messenger.ids().group(section, "support-chat-id");
    List<String> operators = messenger.ids().people(section, "operators");
    return new HelpdeskSettings(
        supportChat,
        operators,
        admins(section, operators, messenger),
        clients(section),
        categories(section),
        WorkingHours.read(section.section("working-hours"), zone),
        Sla.read(section.section("sla")),
        section.flag("signature", false),
        section.duration("reopen-within", HelpdeskSettings.REOPEN_WITHIN),
        new Timeouts(
            section.duration("attachments-timeout", Timeouts.DEFAULT.attachments()),
            section.duration("comment-timeout", Timeouts.DEFAULT.comment())),
        CannedAnswer.read(section, "answers"),
        StrangerLimitSettings.read(section.section("strangers")),
        Reinforcements.read(section, messenger));
  }

  private static List<String> admins(Section section, List<String> operators, Messenger messenger) {
    if (!section.has("admins")) {
      return operators;
    }
    List<String> admins = messenger.ids().people(section, "admins");
    admins.stream().filter(admin -> !operators.contains(admin))
        .forEach(admin -> section.problem("admins", "'" + admin + "' is not among the operators"));
    return admins;
  }

  private static List<Client> clients(Section section) {
    var codes = new HashSet<String>();
    return section.sections("clients").stream()
        .map(client -> new Client(
            client.text("name"),
            client.sections("projects").stream().map(project -> project(project, codes)).toList()))
        .toList();
  }

  private static Project project(Section section, Set<String> codes) {
    String name = section.text("name");
    String code = section.text("invite-code", INVITE_CODE, "an invite code: 1 to 64 of A-Z, a-z, 0-9, _ and -");
    if (!code.isEmpty() && !codes.add(code)) {
      section.problem("invite-code", "'" + code + "' belongs to another project already");
    }
    return new Project(name, code, section.flag("is-active", true));
  }

  private static List<Category> categories(Section section) {
    if (!section.has("categories")) {
      return Category.BUILT_IN;
    }
    var ids = new HashSet<String>();
    return section.sections("categories").stream().map(category -> category(category, ids)).toList();
  }

  private static Category category(Section section, Set<String> ids) {
    String id = section.text("id", CATEGORY, "an id: 1 to 16 of A-Z, a-z, 0-9, _ and -");
    if (!id.isEmpty() && !ids.add(id)) {
      section.problem("id", "'" + id + "' belongs to another category already");
    }
    Map<Language, String> titles = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      section.optionalText(language.code()).ifPresent(title -> titles.put(language, title));
    }
    boolean builtIn = Category.BUILT_IN.stream().anyMatch(category -> category.id().equals(id));
    if (titles.isEmpty() && !builtIn) {
      section.problem("id", "'" + id + "' needs a title under ru or en");
    }
    return new Category(id, titles, section.flag("urgent", builtIn && id.equals("H")));
  }
}
