package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.talk.PersonCommand;

/// `/cancel`: out of whatever was begun.
@Component
final class Cancelling implements DeskPart, PersonCommand {
  private final Form form;

  Cancelling(Form form) {
    this.form = form;
  }

  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public void obey(Visitor visitor, String rest) throws Exception {
    form.cancel(visitor);
  }
}
