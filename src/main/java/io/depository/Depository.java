package io.depository;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: a depository that receives notifications, works out what follows in law and tells the parties. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Depository {

    public static void main(String[] arguments) {
        SpringApplication.run(Depository.class, arguments);
    }
}
