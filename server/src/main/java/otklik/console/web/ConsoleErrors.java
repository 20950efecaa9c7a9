package otklik.console.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import otklik.console.accounts.Passwords;
import otklik.storage.Unavailable;

/// What is shown in place of a page.
@Controller
@ControllerAdvice(basePackages = "otklik.console")
public final class ConsoleErrors {
  private static final Logger log = LoggerFactory.getLogger(ConsoleErrors.class);

  private final Pages pages;

  ConsoleErrors(Pages pages) {
    this.pages = pages;
  }

  /// @param key of its title and its sentence
  public record Said(String key) {}

  @RequestMapping("/console/**")
  View unknown(HttpServletRequest request) {
    return said(request, HttpStatus.NOT_FOUND, "no-such-page");
  }

  @ExceptionHandler
  View absent(NoSuchPage absent, HttpServletRequest request) {
    return said(request, HttpStatus.NOT_FOUND, "no-such-page");
  }

  @ExceptionHandler
  View refused(NotAllowed refused, HttpServletRequest request) {
    return said(request, HttpStatus.FORBIDDEN, "not-allowed");
  }

  /// A form of ours sends nothing like it.
  @ExceptionHandler({ServletRequestBindingException.class, TypeMismatchException.class})
  View strange(Exception strange, HttpServletRequest request) {
    return said(request, HttpStatus.BAD_REQUEST, "strange");
  }

  @ExceptionHandler({Passwords.Busy.class, Unavailable.class})
  View busy(RuntimeException busy, HttpServletRequest request) {
    return said(request, HttpStatus.SERVICE_UNAVAILABLE, "busy");
  }

  @ExceptionHandler
  View failed(RuntimeException failure, HttpServletRequest request) {
    log.error("{} {} failed", request.getMethod(), request.getServletPath(), failure);
    return said(request, HttpStatus.INTERNAL_SERVER_ERROR, "failed");
  }

  private View said(HttpServletRequest request, HttpStatus status, String key) {
    return pages.page(request, status, "error", new Said(key));
  }
}
