package otklik.helpdesk.tickets;



/// How much an urgent matter blocks a person's work. The letters are stored.
public enum WorkImpact {
  A("urgent.fully"),
  B("urgent.partly"),
  C("urgent.important");

  private final String text;

  WorkImpact(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
