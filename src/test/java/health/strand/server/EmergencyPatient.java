package health.strand.server;

import java.net.http.HttpResponse;
import java.util.List;

/** A patient who has allowed nobody anything, so that their record opens in an emergency only. */
public final class EmergencyPatient implements AutoCloseable {

    private final RunningStrand strand = RunningStrand.get();
    private final CaseWorld world = new CaseWorld(strand, AccessCase.world("emergency", "a patient", List.of()));

    /** Asks to open the record, with everything that takes but for the log-in. */
    public HttpResponse<String> open(String token) {
        return strand.post(token, world.item("patient") + "/$break-glass", """
                {"resourceType":"Parameters","parameter":[{"name":"reason","valueCode":"allergic-reaction"},
                  {"name":"explanation","valueString":"she reacts to the anaesthetic and cannot answer"}]}""");
    }

    /** What a read of something in the record is answered with. */
    public int read(String token) {
        return strand.get(token, world.item("density")).statusCode();
    }

    /** Ends all emergencies there are. */
    @Override
    public void close() {
        EmergencyIT.endAll(new Trail(strand));
    }
}
