package otklik.helpdesk;



/// A project of a client company, to which people bind themselves with one of its codes.
record Project(long id, String client, String name, boolean active) {
  String shown() {
    return client + " / " + name;
  }
}
