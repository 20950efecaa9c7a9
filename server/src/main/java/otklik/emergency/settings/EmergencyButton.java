package otklik.emergency.settings;

import otklik.talk.Press;

/// What the buttons of the panic button are for, in people's chats, in chats of cities and in the coordinators' group.
public enum EmergencyButton implements Press.Kind {
  NEED_HELP("need-help"),
  WANT_TO_HELP("want-to-help"),
  CHECK_AGAIN("check-again"),
  CITY("city"),
  OTHER_CITY("other-city"),

  // a request, by the one who needs help
  SEND("send"),
  IS_PLACE("is-place"),
  IS_STORY("is-story"),
  OTHER_PLACE("other-place"),
  WAS_PLACE("was-place"),
  WAS_STORY("was-story"),
  OTHER_WORDS("other-words"),
  SHOW_ALL("show-all"),
  WITHDRAW("withdraw"),
  WITHDRAW_SURELY("withdraw-surely"),
  EXTEND("extend"),
  APPEAL("appeal"),
  THANKS("thanks"),
  STILL_NEEDED("still-needed"),

  // a volunteer
  PAUSE("pause"),
  RESUME("resume"),
  QUIET("quiet"),
  LEAVE("leave"),

  // a request, by a volunteer
  TAKE("take"),
  NOT_URGENT("not-urgent"),
  FILES("files"),
  DONE("done"),
  NOT_MATCHING("not-matching"),
  LEAVE_OPEN("leave-open"),
  RETURN("return"),
  NO_REMARK("no-remark"),
  CHECK_IN("check-in"),
  TO_WHOM("to-whom"),
  TO_NOBODY("to-nobody"),

  // a community, by one of its administrators and by coordinators
  BIND("bind"),
  BIND_OTHER("bind-other"),
  APPROVE("approve"),
  REJECT("reject"),
  UNBIND("unbind"),

  // coordinators
  READMIT("readmit"),
  KEEP_CLOSED("keep-closed"),
  BLOCK("block"),
  UNBLOCK("unblock"),
  CLOSE("close");

  private final String word;

  EmergencyButton(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public boolean namesTicket() {
    return this != APPROVE && this != REJECT && this != UNBIND;
  }
}
