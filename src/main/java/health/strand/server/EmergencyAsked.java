package health.strand.server;

import health.strand.emergency.EmergencyReason;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** What somebody who opens a record in an emergency says of it: a reason by code, and an explanation. */
record EmergencyAsked(EmergencyReason reason, String explanation) {

    /** Empty when anything of it is missing or more than is asked for is said. */
    static Optional<EmergencyAsked> in(@Nullable IBaseResource body) {
        return Reasoned.in(body)
                .flatMap(said -> EmergencyReason.fromCode(said.code())
                        .map(reason -> new EmergencyAsked(reason, said.explanation())));
    }
}
