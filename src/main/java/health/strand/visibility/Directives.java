package health.strand.visibility;

import ca.uhn.fhir.context.FhirContext;
import health.strand.access.ConsentDirective;
import health.strand.access.PatientId;
import health.strand.access.Readability;
import health.strand.consent.ConsentReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.jdbc.core.JdbcTemplate;

/** The active consents, kept beside their resources so that they can be read again when something else changes. */
final class Directives {

    private final JdbcTemplate database;
    private final FhirContext fhir;
    private final ConsentReader reader;

    Directives(DataSource requests, FhirContext fhir, ConsentReader reader) {
        this.database = new JdbcTemplate(requests);
        this.fhir = fhir;
        this.reader = reader;
    }

    /** Takes over what a stored consent says now, and gives the patients for whom that is a change. */
    Set<PatientId> record(Consent consent) {
        Set<PatientId> touched = forget("Consent/" + consent.getIdElement().getIdPart());
        Optional<ConsentDirective> directive = reader.read(consent);
        directive.ifPresent(each -> {
            database.update(
                    "insert into strand.directive (consent, patient, body, conditional) values (?, ?, ?, ?)",
                    each.reference(),
                    each.patient().value(),
                    fhir.newJsonParser().encodeResourceToString(consent),
                    !each.criteria().isEmpty());
            touched.add(each.patient());
        });
        return touched;
    }

    /** Drops a consent that is no more, and gives the patients for whom that is a change. */
    Set<PatientId> forget(String consent) {
        return new HashSet<>(database.query(
                "delete from strand.directive where consent = ? returning patient",
                (row, number) -> new PatientId(row.getString("patient")),
                consent));
    }

    /** Every consent of these patients that takes part now or later. */
    List<ConsentDirective> of(Collection<PatientId> patients) {
        return read("select body from strand.directive where patient = any (?)", patients);
    }

    /** The same with the versions in which they are stored, for whoever is shown them in this transaction. */
    List<ConsentDirective> versioned(List<ConsentDirective> directives) {
        Map<String, String> versions = new HashMap<>();
        database.query(
                "select fhir_id, res_ver from hfj_resource where res_type = 'Consent' and fhir_id = any (?)",
                row -> {
                    versions.put("Consent/" + row.getString("fhir_id"), row.getString("res_ver"));
                },
                (Object) directives.stream()
                        .map(each -> each.reference().substring("Consent/".length()))
                        .toArray(String[]::new));
        return directives.stream()
                .map(each -> new ConsentDirective(
                        each.reference(),
                        versions.getOrDefault(each.reference(), each.version()),
                        each.patient(),
                        each.absolute(),
                        each.root(),
                        each.readability()))
                .toList();
    }

    /**
     * Those of them that speak of single resources. Until the transaction ends, no other one changes what these patients'
     * data are decided by.
     */
    List<ConsentDirective> conditional(Collection<PatientId> patients) {
        return read("select strand.write_beside(?)", patients);
    }

    /** Until the transaction ends, nobody else writes anything about these patients. */
    void alone(Collection<PatientId> patients) {
        database.query("select strand.change_alone(?)", row -> {}, PatientTexts.array(patients));
    }

    /** The active consents of a patient as they are stored. Until the transaction ends nobody else changes them. */
    List<Consent> resources(PatientId patient) {
        alone(List.of(patient));
        return stored(patient);
    }

    /** The same as somebody finds them who does not wait for others, nor lets others wait. */
    List<Consent> stored(PatientId patient) {
        return database
                .queryForList("select body from strand.directive where patient = ?", String.class, patient.value())
                .stream()
                .map(body -> fhir.newJsonParser().parseResource(Consent.class, body))
                .toList();
    }

    /** Every consent that takes part beside a written one and about the same patient, and that one. */
    List<ConsentDirective> together(Consent written) {
        Optional<ConsentDirective> directive = reader.read(written);
        if (directive.isEmpty()) {
            return List.of();
        }
        alone(List.of(directive.get().patient()));
        List<ConsentDirective> all = new ArrayList<>(of(List.of(directive.get().patient())));
        all.removeIf(each -> each.reference().equals(directive.get().reference()));
        all.add(directive.get());
        return all;
    }

    /** Those of some consents that cannot be evaluated. */
    List<Consent> unreadable(List<Consent> consents) {
        return consents.stream()
                .filter(each -> reader.read(each)
                        .filter(directive -> directive.readability() != Readability.READABLE)
                        .isPresent())
                .toList();
    }

    /** The consents of the next patients in the order of their ids, as they are kept; empty after the last. */
    SortedMap<String, List<Consent>> next(String after, int patients) {
        SortedMap<String, List<Consent>> found = new TreeMap<>();
        database.query(
                "select patient, body from strand.directive where patient in (select distinct patient"
                        + " from strand.directive where patient > ? order by patient limit ?)",
                row -> {
                    found.computeIfAbsent(row.getString("patient"), any -> new ArrayList<>())
                            .add(fhir.newJsonParser().parseResource(Consent.class, row.getString("body")));
                },
                after,
                patients);
        return found;
    }

    /** Those of these patients of whose data single resources are spoken of. */
    Set<PatientId> speakingOfSingleOnes(Collection<PatientId> patients) {
        return conditional(patients).stream().map(ConsentDirective::patient).collect(Collectors.toSet());
    }

    private List<ConsentDirective> read(String query, Collection<PatientId> patients) {
        return database.queryForList(query, String.class, PatientTexts.array(patients)).stream()
                .map(body -> reader.read(fhir.newJsonParser().parseResource(Consent.class, body)))
                .flatMap(Optional::stream)
                .toList();
    }
}
