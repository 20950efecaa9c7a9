package otklik.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import otklik.console.accounts.ConsoleRole;
import otklik.console.accounts.WorkspaceMembers;
import otklik.storage.Database;
import otklik.workspaces.Channels;
import otklik.workspaces.Workspace;

/// Stands before each page of a workspace. Whoever doesn't belong there learns not even that it exists; a page that
/// doesn't say to whom it is open is open to nobody.
@Component
final class WorkspaceGate implements HandlerInterceptor, HandlerMethodArgumentResolver {
  static final String PAGES = "/console/w/{workspace}";
  private static final String VISIT = WorkspaceVisit.class.getName();

  private final Channels channels;
  private final Database database;
  private final WorkspaceMembers members;

  WorkspaceGate(Channels channels, Database database, WorkspaceMembers members) {
    this.channels = channels;
    this.database = database;
    this.members = members;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      throw new NoSuchPage();
    }
    SignedIn by = SignedInResolver.signedIn().orElseThrow(NoSuchPage::new);
    Workspace workspace = named(request).orElseThrow(NoSuchPage::new);
    ConsoleRole role = database.read(sql -> members.role(sql, workspace.id(), by.account()))
        .orElseThrow(NoSuchPage::new);
    AllowedTo allowed = method.getMethodAnnotation(AllowedTo.class);
    if (allowed == null || !Arrays.asList(allowed.value()).contains(role)) {
      throw new NotAllowed();
    }
    request.setAttribute(VISIT, new WorkspaceVisit(by, workspace, role));
    return true;
  }

  @SuppressWarnings("unchecked") // what Spring found in the path
  private Optional<Workspace> named(HttpServletRequest request) {
    var found = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return channels.workspaces().stream().filter(one -> one.name().equals(found.get("workspace"))).findFirst();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == WorkspaceVisit.class;
  }

  @Override
  public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
      NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
    return request.getAttribute(VISIT, RequestAttributes.SCOPE_REQUEST);
  }
}
