package health.strand.appstate;

import java.time.Instant;

/** Something an app keeps, as it is stored. */
public record AppState(String id, int version, Instant updated, Content content) {

    /**
     * What the app has written.
     *
     * @param system of the code
     * @param code by which the app finds it again
     * @param subject whom it is about, as {@code Type/id}; empty for nobody
     * @param body the resource as JSON, without what the server adds and without the subject
     */
    public record Content(String system, String code, String subject, String body) {

        /** The code as searches and scopes have it. */
        public String token() {
            return system + "|" + code;
        }
    }
}
