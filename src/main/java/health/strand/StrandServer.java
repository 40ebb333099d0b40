package health.strand;

import health.strand.server.ServerConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.modulith.Modulithic;

/** The record server's entry point for production. */
@Modulithic(systemName = "Strand")
public final class StrandServer {

    private StrandServer() {}

    /** Starts the server with the configuration found in the environment; ends with 1 when something is missing. */
    public static void main(String[] args) {
        SpringApplication.run(ServerConfiguration.class, args);
    }
}
