package otklik.helpdesk;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import otklik.helpdesk.HelpdeskSettings.Category;
import otklik.helpdesk.HelpdeskSettings.Client;
import otklik.helpdesk.HelpdeskSettings.Project;
import otklik.helpdesk.HelpdeskSettings.Timeouts;
import otklik.kernel.Language;
import otklik.workspaces.ScenarioSettings;
import otklik.workspaces.Section;
import otklik.workspaces.WorkingHours;

/// Reads a support desk's part of the configuration.
public final class HelpdeskReader implements ScenarioSettings<HelpdeskSettings> {
  /// What Telegram takes as the parameter of a link `t.me/<bot>?start=…`: core.telegram.org/bots/features#deep-linking
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
  public HelpdeskSettings read(Section section, ZoneId zone) {
    String supportChat = supportChat(section);
    List<String> operators = people(section, "operators");
    return new HelpdeskSettings(
        supportChat,
        operators,
        admins(section, operators),
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
        Reinforcements.read(section));
  }

  private static String supportChat(Section section) {
    long chat = section.id("support-chat-id");
    if (chat > 0) {
      section.problem(
          "support-chat-id", "'" + chat + "' is not a group; a group's id is negative, such as -1001234567890");
    }
    return Long.toString(chat);
  }

  private static List<String> people(Section section, String key) {
    List<Long> people = section.ids(key);
    people.stream()
        .filter(person -> person < 0)
        .forEach(group -> section.problem(key, "'" + group + "' is a group; a person's id is positive"));
    return people.stream().map(String::valueOf).toList();
  }

  private static List<String> admins(Section section, List<String> operators) {
    if (!section.has("admins")) {
      return operators;
    }
    List<String> admins = people(section, "admins");
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
