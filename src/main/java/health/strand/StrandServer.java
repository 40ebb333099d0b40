package health.strand;

import org.springframework.boot.SpringApplication;

/** The record server's entry point. */
public final class StrandServer {

    private StrandServer() {}

    /** Starts the server with the configuration found in the environment. */
    public static void main(String[] args) {
        SpringApplication.run(StrandServer.class, args);
    }
}
