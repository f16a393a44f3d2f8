package org.nuanxin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class NuanxinApplication {

    public static void main(String[] args) {
        SpringApplication.run(NuanxinApplication.class, args);
    }
}
