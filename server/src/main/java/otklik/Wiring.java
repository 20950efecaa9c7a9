package otklik;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import otklik.channels.Account;
import otklik.channels.Lines;
import otklik.channels.Messenger;
import otklik.channels.telegram.Telegram;
import otklik.kernel.Background;
import otklik.kernel.Heap;
import otklik.kernel.Ids;
import otklik.kernel.TimeSource;
import otklik.storage.Database;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import otklik.workspaces.Installation;
import otklik.workspaces.Registration;

/// The parts that belong to no single module.
@Configuration(proxyBeanMethods = false)
class Wiring {
  private static final Duration OVERWRITING = Duration.ofMinutes(5);
  private static final Duration STATISTICS = Duration.ofMinutes(10);

  @Bean
  TimeSource time(Environs environs) {
    return environs.time();
  }

  @Bean
  Heap heap(Environs environs) {
    return environs.heap();
  }

  @Bean
  Ids ids(InstantSource clock, Database database) {
    return new Ids(clock, database.greatestId());
  }

  @Bean
  Guard guard(Installation installation, TimeSource time) {
    return new Guard(installation.server().database(), time);
  }

  @Bean
  @DependsOn("guard")
  Database database(Installation installation, Environs environs) {
    return Database.open(installation.server().database(), environs.watch(), environs.time());
  }

  /// Depends on the database so that it is closed first: its tasks read and write there.
  @Bean
  @DependsOn("database")
  Background background(Guard guard, Database database, TimeSource time) {
    Background background = new Background(time);
    guard.keepWatch(background);
    background.every(STATISTICS, database::refreshStatistics);
    background.every(OVERWRITING, database::overwriteErased);
    return background;
  }

  @Bean
  Channels channels(Installation installation, Database database, Ids ids) {
    return new Registration(database, ids).register(installation);
  }

  @Bean
  Telegram telegram(Installation installation, Environs environs) {
    return new Telegram(installation.server().telegramUrl(), installation.server().telegramProxy().orElse(null),
        installation.server().publicUrl().orElse(null), environs.callTimeout(), environs.pollTimeout(), environs.time());
  }

  @Bean
  Lines lines(Channels channels, Messenger telegram) {
    Lines lines = new Lines();
    for (Channel channel : channels.all()) {
      lines.add(channel.id(), telegram.open(new Account(channel.id(), channel.label(), channel.settings().token(),
          channel.settings().unlimited())));
      List<String> helpers = channel.settings().helperTokens();
      for (int number = 1; number <= helpers.size(); number++) {
        lines.addHelper(channel.id(), telegram.openHelper(new Account(channel.id(),
            channel.label() + " helper " + number, helpers.get(number - 1), channel.settings().unlimited())));
      }
    }
    return lines;
  }
}
