package otklik;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import otklik.workspaces.Installation;

/// A running server.
@SpringBootApplication
public class Running {
  /// Returns when everything stands and updates come in.
  public static ConfigurableApplicationContext start(Installation installation, Environs environs) {
    ApplicationContextInitializer<GenericApplicationContext> given = context -> {
      context.registerBean(Installation.class, () -> installation);
      context.registerBean(Environs.class, () -> environs);
    };
    SpringApplication application = new SpringApplicationBuilder(Running.class)
        .web(WebApplicationType.SERVLET)
        .bannerMode(Banner.Mode.OFF)
        .initializers(given)
        .properties(Map.of(
            "server.port", installation.server().httpPort(),
            "logging.level.otklik", installation.server().logLevel().name()))
        .build();
    return application.run();
  }
}
