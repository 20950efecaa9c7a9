package otklik.helpdesk.settings;

import otklik.talk.Press;

/// What the buttons of a desk are for, in people's chats and in the group.
public enum DeskButton implements Press.Kind {
  CATEGORY("category"),
  URGENCY("urgency"),
  ATTACHED("attached"),
  TAKE("take"),
  CLOSE("close"),
  DETAILS("details"),
  REOPEN("reopen"),
  OLD_TICKET("old"),
  NEW_TICKET("new"),
  LATER_OFF("later-off"),
  GOOD("good"),
  BAD("bad"),
  NO_COMMENT("no-comment"),
  NEW_MATTER("new-matter"),
  ENTER_CODE("enter-code"),
  NO_CODE("no-code"),
  NO_CONTACT("no-contact"),
  BIND("bind"),
  BIND_TO("bind-to"),
  BIND_BACK("bind-back"),
  BLOCK("block"),
  UNBLOCK("unblock"),
  SWITCH("switch"),
  CLOSE_OWN("close-own"),
  KEEP_OPEN("keep-open");

  private final String word;

  DeskButton(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
