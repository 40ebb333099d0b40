package health.strand.visibility;

import ca.uhn.fhir.context.FhirContext;
import health.strand.careteam.Affiliations;
import health.strand.careteam.Bookings;
import health.strand.careteam.ClinicRoles;
import health.strand.careteam.Treatments;
import health.strand.representation.Representatives;
import health.strand.vault.Bodies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads again what resources say of who is who and who treats whom: that was written down by the settings of its time. */
final class Rereading {

    private static final String[] TYPES = {
        "Practitioner",
        "PractitionerRole",
        "Organization",
        "CareTeam",
        "Group",
        "Device",
        "Appointment",
        "Encounter",
        "RelatedPerson"
    };
    private static final int MOST = 200;

    private final JdbcTemplate database;
    private final FhirContext fhir;
    private final Bodies bodies;
    private final ClinicRoles roles;
    private final Treatments treatments;
    private final Bookings bookings;
    private final Affiliations affiliations;
    private final Representatives representatives;

    Rereading(DataSource requests, FhirContext fhir, Bodies bodies, Visibility.Register register) {
        this.database = new JdbcTemplate(requests);
        this.fhir = fhir;
        this.bodies = bodies;
        this.roles = register.roles();
        this.treatments = register.treatments();
        this.bookings = register.bookings();
        this.affiliations = register.affiliations();
        this.representatives = register.representatives();
    }

    private record Stored(long row, Resource resource) {}

    /** Reads some more of them within the transaction; false when there are no more. */
    boolean readSome() {
        List<Stored> some = database.query(
                "select * from strand.sources_after((select reread from strand.compilation), ?, ?)",
                (row, index) -> stored(row),
                TYPES,
                MOST);
        some.forEach(each -> record(each.resource));
        if (!some.isEmpty()) {
            database.update("update strand.compilation set reread = ?", some.get(some.size() - 1).row);
        }
        return some.size() == MOST;
    }

    private void record(Resource resource) {
        if (resource instanceof PractitionerRole role) {
            roles.record(role);
        }
        if (Affiliations.areSaidBy(resource.fhirType())) {
            affiliations.record(resource);
        }
        if (Treatments.areSaidBy(resource.fhirType())) {
            treatments.record(resource);
        }
        if (Bookings.areSaidBy(resource.fhirType())) {
            bookings.record(resource);
        }
        if (resource instanceof RelatedPerson person) {
            representatives.record(person);
        }
    }

    private Stored stored(ResultSet row) throws SQLException {
        Resource resource = (Resource) fhir.newJsonParser().parseResource(bodies.read(row.getString("body")));
        resource.setId(row.getString("res_type") + "/" + row.getString("fhir_id"));
        return new Stored(row.getLong("res_id"), resource);
    }
}
