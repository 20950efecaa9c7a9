package otklik.console.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import otklik.console.accounts.ConsoleRole;
import otklik.console.web.AllowedTo;
import otklik.console.web.Pages;
import otklik.console.web.WorkspaceVisit;
import otklik.kernel.Language;
import otklik.standing.Trouble;
import otklik.standing.Troubles;
import otklik.storage.Database;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// A workspace's channels: whether people's words get through, and what must be mended.
@Controller
public final class ChannelsPage {
  private final Pages pages;
  private final Channels channels;
  private final Troubles troubles;
  private final Database database;
  private final Tickets tickets;

  ChannelsPage(Pages pages, Channels channels, Troubles troubles, Database database,
      Tickets tickets) {
    this.pages = pages;
    this.channels = channels;
    this.troubles = troubles;
    this.database = database;
    this.tickets = tickets;
  }

  public record Content(List<Shown> channels) {}

  /// @param open how many of its tickets are
  public record Shown(String name, String messenger, String scenario, List<Amiss> troubles, int open) {}

  public record Amiss(List<String> lines, Instant since) {}

  @AllowedTo({ConsoleRole.ADMINISTRATOR, ConsoleRole.OPERATOR, ConsoleRole.READER})
  @GetMapping("/console/w/{workspace}/")
  View shown(WorkspaceVisit visit, HttpServletRequest request) {
    Language language = visit.by().account().language();
    return pages.page(request, "channels", new Content(channels.all().stream()
        .filter(channel -> channel.workspace().equals(visit.workspace().id()))
        .map(channel -> new Shown(channel.name(), channel.messenger().name(), channel.scenario(),
            troubles.of(channel).stream().map(trouble -> amiss(channel, trouble, language)).toList(),
            database.read(sql -> tickets.countOpen(sql, channel))))
        .toList()));
  }

  private static Amiss amiss(Channel channel, Trouble trouble, Language language) {
    return new Amiss(channel.texts().text(language, channel.ownKey("trouble." + trouble.kind().word()))
        .lines().toList(), trouble.since());
  }
}
