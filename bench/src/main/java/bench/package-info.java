/// Measures the packaged product from outside: in front of the simulated Telegram, with a real database.
package bench;
