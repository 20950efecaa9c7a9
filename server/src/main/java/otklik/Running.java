package otklik;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.ClassUtils;
import otklik.workspaces.Installation;
import otklik.workspaces.ServerSettings;

/// A running server. What Spring Boot sets up is named here one by one: to look through all that it could set up takes a
/// good part of the start.
@SpringBootConfiguration
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
})
public class Running {
  /// What bears Spring's annotations below this package; looked for once, however often a process starts the program.
  private static final Class<?>[] PARTS = parts();

  private static Class<?>[] parts() {
    return new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents(Running.class.getPackageName())
        .stream().map(part -> ClassUtils.resolveClassName(Objects.requireNonNull(part.getBeanClassName()), null))
        .filter(part -> part != Running.class).toArray(Class<?>[]::new);
  }

  /// Returns when everything stands and updates come in.
  public static ConfigurableApplicationContext start(Installation installation, Environs environs) {
    ApplicationContextInitializer<GenericApplicationContext> given = context -> {
      context.registerBean(Installation.class, () -> installation);
      context.registerBean(Environs.class, () -> environs);
      AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(context);
      reader.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
      reader.register(PARTS);
    };
    SpringApplication application = new SpringApplicationBuilder(Running.class)
        .web(WebApplicationType.SERVLET)
        .bannerMode(Banner.Mode.OFF)
        .initializers(given)
        .properties(properties(installation.server()))
        .build();
    return application.run();
  }

  private static Map<String, Object> properties(ServerSettings server) {
    Map<String, Object> properties = new HashMap<>(Map.of(
        "server.address", server.http().address(),
        "server.port", server.http().port(),
        "logging.level.otklik", server.logLevel().name()));
    if (!server.http().trustedProxies().isEmpty()) {
      // Whoever asks through one of these is who it says, by the way and under the name that it says.
      properties.putAll(Map.of(
          "server.tomcat.remoteip.remote-ip-header", "x-forwarded-for",
          "server.tomcat.remoteip.protocol-header", "x-forwarded-proto",
          "server.tomcat.remoteip.host-header", "x-forwarded-host",
          "server.tomcat.remoteip.internal-proxies",
          server.http().trustedProxies().stream().map(Pattern::quote).collect(Collectors.joining("|"))));
    }
    return properties;
  }
}
