package otklik.helpdesk.operators;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.projects.Invite;
import otklik.helpdesk.projects.Invites;
import otklik.helpdesk.projects.Project;
import otklik.helpdesk.projects.Projects;
import otklik.helpdesk.settings.DeskPart;
import otklik.talk.Inquiry;
import otklik.talk.RoomQuery;
import otklik.turns.ReadTurn;

/// `/codes`: which codes there are, for which projects, and how long they let people in.
@Component
final class CodesCommand implements DeskPart, RoomQuery {
  /// In a message of 4,096 characters.
  private static final int LONGEST = 3500;

  private final Projects projects;
  private final Invites invites;

  CodesCommand(Projects projects, Invites invites) {
    this.projects = projects;
    this.invites = invites;
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
  public List<NewDelivery> shown(ReadTurn turn, Inquiry inquiry) throws Exception {
    Map<Long, Project> all = projects.all(turn).stream()
        .collect(Collectors.toMap(Project::id, Function.identity()));
    List<String> lines = new ArrayList<>();
    for (Invite invite : invites.all(turn)) {
      lines.add(line(turn, inquiry, invite, all.get(invite.project())));
    }
    List<NewDelivery> answer = new ArrayList<>();
    StringBuilder page = new StringBuilder();
    for (String line : lines) {
      if (!page.isEmpty() && page.length() + line.length() > turn.channel().sizes().share(LONGEST)) {
        answer.add(NewDelivery.words(inquiry.answer(page.toString())));
        page.setLength(0);
      }
      page.append(page.isEmpty() ? "" : "\n").append(line);
    }
    answer.add(NewDelivery.words(inquiry.answer(page.isEmpty() ? inquiry.text("codes.none") : page.toString())));
    return answer;
  }

  private static String line(ReadTurn turn, Inquiry inquiry, Invite invite, Project project) {
    List<String> parts = new ArrayList<>();
    parts.add(invite.code() + " — " + project.shown());
    parts.add(invite.mostUses() == null ? inquiry.text("codes.used", "used", invite.used())
        : inquiry.text("codes.left", "left", Math.max(0, invite.mostUses() - invite.used())));
    if (invite.endsAt() != null) {
      parts.add(inquiry.text("codes.until", "until",
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(invite.endsAt().atZone(inquiry.channel().zone()))));
    }
    String state = switch (invite.state(turn.now())) {
      case GOOD -> project.active() ? "codes.on" : "codes.project-off";
      case OFF -> "codes.off";
      case EXPIRED -> "codes.expired";
      case USED_UP -> "codes.used-up";
    };
    parts.add(inquiry.text(state));
    return String.join(" · ", parts);
  }
}
