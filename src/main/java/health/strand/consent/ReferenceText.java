package health.strand.consent;

import health.strand.access.PatientId;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** The text of a reference as it is compared: without a version, as all versions are decided alike. */
final class ReferenceText {

    private static final String PATIENT = "Patient/";

    private ReferenceText() {}

    /** The literal reference; empty for one that has none, or leads to a contained resource. */
    static Optional<String> of(Reference reference) {
        return Optional.ofNullable(reference.getReference())
                .filter(text -> !text.isBlank() && !text.startsWith("#"))
                .map(ReferenceText::versionless);
    }

    /** The identifier as {@code system|value}; empty for a reference without one. */
    static Set<String> identifiers(Reference reference) {
        Identifier identifier = reference.getIdentifier();
        return identifier.hasValue()
                ? Set.of((identifier.hasSystem() ? identifier.getSystem() : "") + "|" + identifier.getValue())
                : Set.of();
    }

    /** The patient of this record a reference leads to; empty for any other. */
    static Optional<PatientId> patient(Reference reference) {
        return of(reference)
                .filter(text -> text.startsWith(PATIENT))
                .map(text -> text.substring(PATIENT.length()))
                .filter(PatientId::isValid)
                .map(PatientId::new);
    }

    static String versionless(String text) {
        return text.contains("/_history/") ? new IdType(text).toVersionless().getValue() : text;
    }
}
