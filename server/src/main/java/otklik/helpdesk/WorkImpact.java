package otklik.helpdesk;



/// How much an urgent matter blocks a person's work. The letters are stored.
enum WorkImpact {
  A("urgent.fully"),
  B("urgent.partly"),
  C("urgent.important");

  private final String text;

  WorkImpact(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
