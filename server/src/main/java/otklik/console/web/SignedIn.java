package otklik.console.web;

import otklik.console.accounts.ConsoleSession;
import otklik.console.accounts.UserAccount;

/// Who asks.
public record SignedIn(UserAccount account, ConsoleSession session) {}
