package health.strand.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what the configuration lacks, without a stack trace. */
final class HalfConfiguredAnalyzer extends AbstractFailureAnalyzer<HalfConfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, HalfConfigured cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set these keys as environment variables (STRAND_DATABASE_URL for strand.database.url, and so on) or in"
                        + " a file config/application.yml in the working directory. Each is explained in"
                        + " src/main/resources/application.yml. To try Strand without any configuration: ./strand demo",
                cause);
    }
}
