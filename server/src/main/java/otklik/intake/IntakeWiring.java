package otklik.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import otklik.channels.Lines;
import otklik.storage.Database;

@Configuration(proxyBeanMethods = false)
class IntakeWiring {
  @Bean
  Inbox inbox(Database database, Lines lines) {
    return new Inbox(database, lines);
  }
}
