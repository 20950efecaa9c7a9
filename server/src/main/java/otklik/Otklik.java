package otklik;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program.
@SpringBootApplication
public class Otklik {
  public static void main(String[] arguments) {
    SpringApplication.run(Otklik.class, arguments);
  }
}
