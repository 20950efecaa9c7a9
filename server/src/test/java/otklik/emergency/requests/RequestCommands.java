package otklik.emergency.requests;

import otklik.commands.Command;

/// Commands about requests, for doors in tests.
public final class RequestCommands {
  public static final Command TAKE = new RequestCommand.Take();
  public static final Command RETURN = new RequestCommand.Return(null);
  public static final Command FULFIL = new RequestCommand.Fulfil();
  public static final Command CLOSE = new RequestCommand.Close();
  public static final Command EXTEND = new RequestCommand.Extend();
  public static final Command BLOCK = new RequestCommand.Block();
  public static final Command UNBLOCK = new RequestCommand.Unblock();

  private RequestCommands() {}
}
