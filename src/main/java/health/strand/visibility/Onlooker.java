package health.strand.visibility;

import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.PurposeOfUse;
import health.strand.access.ReaderKind;
import health.strand.access.Relation;
import java.util.Set;

/**
 * Somebody who may look.
 *
 * @param who such as {@code Practitioner/x}, {@code client/x}, or {@code role/system} for the clinic's own back ends
 * @param roles in which they look
 * @param client the app in which alone it is so; empty for any of the clinic's
 * @param relation to the patient, at the time
 */
public record Onlooker(
        ReaderKind kind,
        String who,
        Set<ClinicRole> roles,
        PurposeOfUse purpose,
        String client,
        ClientRole clientRole,
        Relation relation) {

    public Onlooker {
        roles = Set.copyOf(roles);
    }
}
