package otklik.console.accounts;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import otklik.kernel.Language;
import otklik.storage.Database;
import otklik.workspaces.AdministratorSettings;
import otklik.workspaces.Channels;
import otklik.workspaces.HttpSettings;
import otklik.workspaces.Installation;
import otklik.workspaces.Workspace;

/// Makes sure that somebody can come in: where no owner is, the environment names the first, or a link is printed by
/// which they make themselves. The secret stands behind the link's `#`, so no server's or proxy's log ever has it.
@Component
final class FirstAdministrator implements ApplicationListener<WebServerInitializedEvent> {
  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final Installation installation;
  private final Channels channels;
  private final Database database;
  private final UserAccounts accounts;
  private final Passwords passwords;
  private final SetupLinks links;

  FirstAdministrator(Installation installation, Channels channels, Database database, UserAccounts accounts,
      Passwords passwords, SetupLinks links) {
    this.installation = installation;
    this.channels = channels;
    this.database = database;
    this.accounts = accounts;
    this.passwords = passwords;
    this.links = links;
  }

  @Override
  public void onApplicationEvent(WebServerInitializedEvent event) {
    if (database.read(accounts::hasOwner)) {
      return;
    }
    installation.server().administrator().ifPresentOrElse(this::make,
        () -> log.warn("nobody can sign in to the console yet; whoever opens this link within a day becomes its "
            + "administrator: {}/console/welcome#{}", here(event.getWebServer().getPort()),
            database.writeNow(tx -> links.make(tx, null)).value()));
  }

  private void make(AdministratorSettings settings) {
    String hash = passwords.hash(settings.password());
    UserId made = database.writeNow(tx -> {
      UserId id = accounts.add(tx, settings.login(), settings.login(), language(), true);
      if (id != null) {
        accounts.setPassword(tx, id, hash);
      }
      return id;
    });
    if (made == null) {
      log.error("ADMIN_LOGIN: a user of the console with this login is no owner, so no administrator was made");
    } else {
      log.info("the console's first administrator is {}", settings.login());
    }
  }

  private Language language() {
    return channels.workspaces().stream().findFirst().map(Workspace::settings).map(home -> home.language())
        .orElse(Language.EN);
  }

  private String here(int port) {
    HttpSettings http = installation.server().http();
    return installation.server().publicUrl().map(URI::toString)
        .orElse("http://" + (http.address().contains(":") ? "[" + http.address() + "]" : http.address()) + ":" + port);
  }
}
