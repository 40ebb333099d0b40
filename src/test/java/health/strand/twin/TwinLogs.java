package health.strand.twin;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.slf4j.LoggerFactory;

/** Reads along what the server logs, and keeps the words of resources that stand there; none may, whoever may see them. */
final class TwinLogs extends AppenderBase<ILoggingEvent> {

    private final Set<String> found = new ConcurrentSkipListSet<>();

    static TwinLogs listen() {
        TwinLogs logs = new TwinLogs();
        logs.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(logs);
        return logs;
    }

    @Override
    protected void append(ILoggingEvent event) {
        found.addAll(Words.in(event.getFormattedMessage()));
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            found.addAll(Words.in(String.valueOf(cause.getMessage())));
        }
    }

    Set<String> found() {
        return found;
    }

    /** Whatever was found is a finding. */
    void report(Report report) {
        Ask nothing = Ask.get("").in("L51");
        report.tested(
                "L51",
                1,
                found.stream()
                        .map(word -> new Finding("log", nothing, "the log has " + word, "it has not"))
                        .toList());
    }

    void end() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(this);
        stop();
    }
}
