package otklik.helpdesk;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Lines;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Invisible;
import otklik.talk.Order;
import otklik.talk.RoomAction;

/// `/newcode PROJECT [uses=N] [days=N]`: one more code for a project. `Company / Project` also makes what isn't there.
@Component
final class NewCodeCommand implements DeskPart, RoomAction {
  private static final Pattern OPTION = Pattern.compile("(?:^|\\s)(uses|days)=(\\S*)");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");
  private static final int LONGEST_NAME = 100;

  private final Projects projects;
  private final Invites invites;
  private final Lines lines;
  private final Deliveries deliveries;

  NewCodeCommand(Projects projects, Invites invites, Lines lines, Deliveries deliveries) {
    this.projects = projects;
    this.invites = invites;
    this.lines = lines;
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "newcode";
  }

  @Override
  public boolean isForAdmins() {
    return true;
  }

  @Override
  public void obey(Order order) throws Exception {
    deliveries.owe(order.turn(), NewDelivery.words(order.answer(answer(order))));
  }

  private String answer(Order order) {
    Integer uses = null;
    Integer days = null;
    Matcher option = OPTION.matcher(order.rest());
    while (option.find()) {
      if (!NUMBER.matcher(option.group(2)).matches()) {
        return order.text("newcode.usage");
      }
      int number = Integer.parseInt(option.group(2));
      if (option.group(1).equals("uses")) {
        uses = number;
      } else {
        days = number;
      }
    }
    String wanted = Invisible.tidy(OPTION.matcher(order.rest()).replaceAll(" "));
    String[] names = wanted.split("\\s*/\\s*", 2);
    if (wanted.isEmpty() || names[0].isEmpty() || names[names.length - 1].isEmpty()
        || names[0].length() > LONGEST_NAME || names[names.length - 1].length() > LONGEST_NAME) {
      return order.text("newcode.usage");
    }
    List<Project> named = projects.all(order.turn()).stream()
        .filter(project -> project.name().equalsIgnoreCase(names[names.length - 1]))
        .filter(project -> names.length == 1 || project.client().equalsIgnoreCase(names[0]))
        .toList();
    if (named.size() > 1) {
      return order.text("newcode.many", "projects",
          named.stream().map(Project::shown).collect(Collectors.joining(", ")));
    }
    if (named.isEmpty() && names.length == 1) {
      return order.text("newcode.no-project", "name", wanted);
    }
    if (!named.isEmpty() && !named.getFirst().active()) {
      return order.text("newcode.inactive", "project", named.getFirst().shown());
    }
    return made(order, named.stream().findFirst(), names, uses, days);
  }

  private String made(Order order, Optional<Project> known, String[] names, @Nullable Integer uses,
      @Nullable Integer days) {
    String code = Invites.newCode();
    Project project = known.orElseGet(() -> projects.create(order.turn(), names[0], names[1], code));
    if (known.isPresent()) {
      invites.declare(order.turn(), project.id(), code);
    }
    Instant end = days == null ? null : order.turn().now().plus(Duration.ofDays(days));
    invites.limit(order.turn(), code, uses, end);
    String answer = order.text("newcode.made", "project", project.shown(), "code", code)
        + (uses == null ? "" : "\n" + order.text("newcode.uses", "uses", uses))
        + (end == null ? "" : "\n" + order.text("newcode.until", "until",
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(end.atZone(order.channel().zone()))));
    String address = lines.of(order.channel().id()).address();
    return address == null ? answer
        : answer + "\n" + order.text("newcode.link", "address", address, "code", code);
  }
}
