package otklik.channels.telegram;

import java.time.Duration;
import java.util.List;
import otklik.channels.Line;
import otklik.channels.LineContract;
import otklik.channels.Messenger;
import otklik.channels.MessengerStand;
import otklik.kernel.TestTime;
import playground.Bot;
import playground.Button;
import playground.Fault;
import playground.Group;
import playground.Media;
import playground.Message;
import playground.Options;
import playground.Playground;
import playground.PrivateHands;

/// Telegram keeps the contract, as far as the simulated one is like it.
class TelegramContractTest extends LineContract {
  @Override
  protected MessengerStand stand() {
    return new Stand();
  }

  private static final class Stand implements MessengerStand {
    private static final String TOKEN = "8000001:TESTTESTTESTTESTTESTTESTTESTTESTTES";
    private final TestTime time = new TestTime();
    private final Playground playground = Playground.start(Options.defaults().time(time));
    private final Bot bot = playground.bot(TOKEN, "help_bot");
    private final PrivateHands olena;
    private final Group group;

    Stand() {
      var person = playground.user(6001, "Olena", "K", "olena", "ru");
      olena = person.inPrivate(bot);
      olena.opens();
      group = playground.forum(-1_009_000_000_001L, "Поддержка").add(person).promote(bot);
    }

    @Override
    public Messenger messenger() {
      return TestTelegram.messenger();
    }

    @Override
    public Line line() {
      return TestTelegram.line(playground.apiUrl(), TOKEN, time);
    }

    @Override
    public Line stranger() {
      return TestTelegram.line(playground.apiUrl(), "8000009:NOBODYNOBODYNOBODYNOBODYNOBODYNOBO", time);
    }

    @Override
    public String person() {
      return "6001";
    }

    @Override
    public String group() {
      return Long.toString(group.id());
    }

    @Override
    public List<Shown> shown(String chat) {
      List<Message> messages = chat.equals(person()) ? olena.messages() : group.messages(0);
      return messages.stream().filter(message -> message.from() == bot.id() && !message.service())
          .map(message -> new Shown(Integer.toString(message.id()), message.text(), message.type().equals("photo"),
              message.buttons().stream().flatMap(List::stream).map(Button::text).toList())).toList();
    }

    @Override
    public String writes(String text) {
      return Integer.toString(olena.writes(text));
    }

    @Override
    public void sendsPicture() {
      olena.sends(Media.photo());
    }

    @Override
    public void presses(String message, String button) {
      olena.presses(Integer.parseInt(message), button);
    }

    @Override
    public void blocks() {
      olena.blocks();
    }

    @Override
    public void delays(Duration wait) {
      playground.fault(Fault.tooManyRequests((int) wait.toSeconds()).forMethods("sendMessage").times(1));
    }

    @Override
    public void goesAway() {
      playground.fault(Fault.of(Fault.Kind.BAD_GATEWAY));
    }

    @Override
    public void comesBack() {
      playground.endFaults();
    }

    @Override
    public void close() {
      playground.close();
    }
  }
}
