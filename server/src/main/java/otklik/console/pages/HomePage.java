package otklik.console.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import otklik.console.web.Pages;
import otklik.console.web.SeeOther;
import otklik.console.web.SignedIn;
import otklik.workspaces.Channels;

/// Where whoever has signed in goes on: in their workspace, or they choose one.
@Controller
public final class HomePage {
  private final Pages pages;
  private final Channels channels;

  HomePage(Pages pages, Channels channels) {
    this.pages = pages;
    this.channels = channels;
  }

  public record Content() {}

  @GetMapping({"/console", "/console/"})
  View home(SignedIn by, HttpServletRequest request) {
    List<String> doors = pages.doors(by, channels.workspaces());
    return doors.size() == 1 ? new SeeOther("/console/w/" + doors.getFirst() + "/")
        : pages.page(request, "home", new Content());
  }
}
