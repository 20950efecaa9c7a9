package otklik.console.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What Spring MVC is told of the console.
@Configuration(proxyBeanMethods = false)
class ConsoleMvc implements WebMvcConfigurer {
  private final WorkspaceGate gate;
  private final SignedInResolver signedIn;

  ConsoleMvc(WorkspaceGate gate, SignedInResolver signedIn) {
    this.gate = gate;
    this.signedIn = signedIn;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(gate);
    resolvers.add(signedIn);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(gate).addPathPatterns("/console/w/**");
  }
}
