package health.strand.careteam;

import health.strand.access.ClinicRole;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who holds which role, from the PractitionerRole resources of the record. It is kept beside them and changed in the
 * same transaction, so a role that ends has ended for the next request, on every server of the database.
 */
public final class ClinicRoles {

    static final String SYSTEM = "https://strand.health/fhir/CodeSystem/clinic-role";

    private final JdbcTemplate database;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone the clinic's zone, in which a period without a time of day begins and ends */
    public ClinicRoles(DataSource requests, Clock clock, ZoneId zone) {
        this.database = new JdbcTemplate(requests);
        this.clock = clock;
        this.zone = zone;
    }

    /** The roles the practitioner holds at this moment. */
    public Set<ClinicRole> now(String practitionerId) {
        java.sql.Timestamp now = java.sql.Timestamp.from(clock.instant());
        return database
                .queryForList(
                        "select role from strand.clinic_role where practitioner = ? and starts <= ? and ? < ends",
                        String.class,
                        practitionerId,
                        now,
                        now)
                .stream()
                .map(ClinicRole::fromCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The roles these practitioners hold now or later, each with its span; practitioners are named by id alone. */
    public List<HeldRole> heldBy(Collection<String> practitionerIds) {
        return held("practitioner = any (?)", (Object) practitionerIds.toArray(String[]::new));
    }

    /** Whoever holds these roles now or later. */
    public List<HeldRole> holdersOf(Collection<ClinicRole> roles) {
        return held(
                "role = any (?)", (Object) roles.stream().map(ClinicRole::code).toArray(String[]::new));
    }

    private List<HeldRole> held(String condition, Object argument) {
        return database
                .query(
                        "select practitioner, role, starts, ends from strand.clinic_role where ends > ? and "
                                + condition,
                        (row, number) -> HeldRole.of(row).stream().toList(),
                        java.sql.Timestamp.from(clock.instant()),
                        argument)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Takes over what a stored PractitionerRole says now. */
    public void record(PractitionerRole role) {
        String id = role.getIdElement().getIdPart();
        forget(id);
        String practitioner = role.getPractitioner().getReferenceElement().getIdPart();
        if (practitioner == null || role.hasActive() && !role.getActive()) {
            return;
        }
        ClinicPeriod period = ClinicPeriod.of(role.getPeriod(), zone);
        codes(role)
                .forEach(code -> database.update(
                        "insert into strand.clinic_role (practitioner_role, practitioner, role, starts, ends)"
                                + " values (?, ?, ?, ?, ?)",
                        id,
                        practitioner,
                        code,
                        java.sql.Timestamp.from(period.starts()),
                        java.sql.Timestamp.from(period.ends())));
    }

    /** Drops what a PractitionerRole said that is no more. */
    public void forget(String practitionerRoleId) {
        database.update("delete from strand.clinic_role where practitioner_role = ?", practitionerRoleId);
    }

    private static Stream<String> codes(PractitionerRole role) {
        return role.getCode().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> SYSTEM.equals(coding.getSystem()) && coding.hasCode())
                .map(coding -> coding.getCode())
                .distinct();
    }
}
