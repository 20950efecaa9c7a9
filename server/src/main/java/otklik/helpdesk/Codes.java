package otklik.helpdesk;

import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.storage.Tx;

/// `/codes`: which codes there are, for which projects, and how long they let people in.
@Component
final class Codes implements RoomCommand {
  /// Below the 4,096 characters of a message.
  private static final int LONGEST = 3500;

  private final Projects projects;
  private final Invites invites;
  private final Deliveries deliveries;
  private final InstantSource clock;

  Codes(Projects projects, Invites invites, Deliveries deliveries, InstantSource clock) {
    this.projects = projects;
    this.invites = invites;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "codes";
  }

  @Override
  public boolean isForAdmins() {
    return true;
  }

  @Override
  public void obey(Tx tx, Order order) throws Exception {
    Map<Long, Project> all = projects.all(tx, order.channel()).stream()
        .collect(Collectors.toMap(Project::id, Function.identity()));
    List<String> lines = new ArrayList<>();
    for (Invite invite : invites.all(tx, order.channel())) {
      lines.add(line(order, invite, all.get(invite.project())));
    }
    StringBuilder page = new StringBuilder();
    for (String line : lines) {
      if (!page.isEmpty() && page.length() + line.length() > LONGEST) {
        deliveries.owe(tx, order.channel(), Owed.words(order.answer(page.toString())));
        page.setLength(0);
      }
      page.append(page.isEmpty() ? "" : "\n").append(line);
    }
    deliveries.owe(tx, order.channel(),
        Owed.words(order.answer(page.isEmpty() ? order.text("codes.none") : page.toString())));
  }

  private String line(Order order, Invite invite, Project project) {
    List<String> parts = new ArrayList<>();
    parts.add(invite.code() + " — " + project.shown());
    parts.add(invite.mostUses() == null ? order.text("codes.used", "used", invite.used())
        : order.text("codes.left", "left", Math.max(0, invite.mostUses() - invite.used())));
    if (invite.endsAt() != null) {
      parts.add(order.text("codes.until", "until",
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(invite.endsAt().atZone(order.channel().zone()))));
    }
    String state = switch (invite.state(clock.instant())) {
      case GOOD -> project.active() ? "codes.on" : "codes.project-off";
      case OFF -> "codes.off";
      case EXPIRED -> "codes.expired";
      case USED_UP -> "codes.used-up";
    };
    parts.add(order.text(state));
    return String.join(" · ", parts);
  }
}
