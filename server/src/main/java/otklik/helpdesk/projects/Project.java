package otklik.helpdesk.projects;



/// A project of a client company, to which people bind themselves with one of its codes.
public record Project(long id, String client, String name, boolean active) {
  public String shown() {
    return client + " / " + name;
  }
}
