package otklik.forms;

import java.util.Set;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.dialogs.Visitor;
import otklik.talk.PersonButton;
import otklik.talk.PersonCommand;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.talk.TalkButton;

/// `/cancel`, its button, and its word: the form is left.
@Component
public final class CancelCommand implements PersonCommand, PersonButton {
  private final Forms forms;

  CancelCommand(Forms forms) {
    this.forms = forms;
  }

  @Override
  public String scenario() {
    return EVERY;
  }

  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    forms.say(visitor, visitor.ownText(forms.leave(visitor).isPresent() ? "cancelled" : "nothing-to-cancel"));
  }

  /// Whether it is the word on the button, typed.
  public static boolean isTyped(Visitor visitor, Content content) {
    return content instanceof Content.Text text
        && text.text().strip().equalsIgnoreCase(visitor.ownText("button.cancel"));
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(TalkButton.CANCEL);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    if (forms.leave(visitor).isEmpty()) {
      return new Response.Outdated();
    }
    forms.say(visitor, visitor.ownText("cancelled"));
    return Response.done();
  }
}
