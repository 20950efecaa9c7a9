package otklik.console.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import otklik.console.accounts.WorkspaceMembers;
import otklik.kernel.Language;
import otklik.kernel.WorkspaceId;
import otklik.storage.Database;
import otklik.workspaces.Channels;
import otklik.workspaces.Texts;
import otklik.workspaces.Workspace;

/// Makes pages of templates.
@Component
public final class Pages {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Assets assets;
  private final Channels channels;
  private final Database database;
  private final WorkspaceMembers members;

  Pages(Assets assets, Channels channels, Database database, WorkspaceMembers members) {
    this.assets = assets;
    this.channels = channels;
    this.database = database;
    this.members = members;
  }

  /// @param template the file's name below `jte`, without its ending
  /// @param content  what the template calls `content`
  public View page(HttpServletRequest request, String template, Object content) {
    return page(request, HttpStatus.OK, template, content);
  }

  public View page(HttpServletRequest request, HttpStatus status, String template, Object content) {
    SignedIn by = SignedInResolver.signedIn().orElse(null);
    WorkspaceVisit here = (WorkspaceVisit) request.getAttribute(WorkspaceVisit.class.getName());
    Collection<Workspace> workspaces = channels.workspaces();
    Frame frame = new Frame(language(request, by), Texts.ofProduct(), assets, zone(here, workspaces), by, here,
        by == null ? List.of() : doors(by, workspaces));
    return (_, _, response) -> {
      Utf8ByteOutput output = new Utf8ByteOutput();
      engine.render(template + ".jte", Map.of("frame", frame, "content", content), output);
      response.setStatus(status.value());
      response.setContentType(MediaType.TEXT_HTML_VALUE);
      response.setCharacterEncoding("UTF-8");
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    };
  }

  /// The names of the workspaces that somebody may enter.
  public List<String> doors(SignedIn by, Collection<Workspace> workspaces) {
    Collection<WorkspaceId> theirs = by.account().isOwner() ? workspaces.stream().map(Workspace::id).toList()
        : database.read(sql -> members.roles(sql, by.account().id())).keySet();
    return workspaces.stream().filter(one -> theirs.contains(one.id())).map(Workspace::name).toList();
  }

  private static ZoneId zone(@Nullable WorkspaceVisit here, Collection<Workspace> workspaces) {
    return here != null ? here.zone()
        : workspaces.stream().findFirst().map(one -> one.settings().zone()).orElse(ZoneId.of("UTC"));
  }

  /// Their own; of whoever isn't known, their browser's.
  public Language language(HttpServletRequest request, @Nullable SignedIn by) {
    if (by != null) {
      return by.account().language();
    }
    List<String> codes = Arrays.stream(Language.values()).map(Language::code).toList();
    String header = request.getHeader("Accept-Language");
    if (header != null) {
      try {
        String code = Locale.lookupTag(Locale.LanguageRange.parse(header), codes);
        return Arrays.stream(Language.values()).filter(one -> one.code().equals(code)).findFirst().orElse(Language.EN);
      } catch (IllegalArgumentException _) {
        return Language.EN;
      }
    }
    return Language.EN;
  }
}
