package otklik.workspaces;

/// How much the log says.
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR
}
