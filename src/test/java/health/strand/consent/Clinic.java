package health.strand.consent;

import static health.strand.consent.Consents.BERLIN;
import static health.strand.consent.Consents.concept;
import static health.strand.consent.Consents.confidentiality;
import static health.strand.consent.Consents.sensitivity;

import health.strand.access.Action;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.ConsentDirective;
import health.strand.access.DataClass;
import health.strand.access.ImplicitPolicy;
import health.strand.access.PatientId;
import health.strand.access.PolicyDecisionPoint;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import health.strand.access.ReaderKind;
import health.strand.access.Relation;
import health.strand.access.ResourceFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The people and the record of the acceptance matrix, with the real reader, facts and decisions. */
final class Clinic {

    static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");
    static final PatientId ANA = new PatientId("ana");

    static final Reader SORA =
            staff("sora", ClinicRole.SURGEON, Relation.TREATING, PurposeOfUse.TREAT, "CareTeam/team");
    static final Reader TOM =
            staff("tom", ClinicRole.TECHNICIAN, Relation.TREATING, PurposeOfUse.TREAT, "CareTeam/team");
    static final Reader BO = staff(
            "bo", ClinicRole.EXTERNAL_CLINICIAN, Relation.NONE, PurposeOfUse.TREAT, "Organization/b", "urn:gln|b");
    static final Reader ROY =
            staff("roy", ClinicRole.EXTERNAL_CLINICIAN, Relation.NONE, PurposeOfUse.TREAT, "Organization/b");
    static final Reader OWNER = reader(ReaderKind.PATIENT, "Patient/ana", Set.of(), PurposeOfUse.PATRQT, Relation.SELF);

    private static final KnownRecord RECORD = new KnownRecord(
            Map.of("Encounter/e1", Set.of("Patient/ana", "Observation/reason")),
            Map.of("Binary/b1", Set.of("Media/m1", "DocumentReference/copy")));

    private final ConsentReader consents = new ConsentReader(BERLIN, Set.of("Organization/clinic"), RECORD);
    private final FactsReader facts = new FactsReader(BERLIN, "", RECORD);
    private final PolicyDecisionPoint decisions =
            new PolicyDecisionPoint(ImplicitPolicy.shipped(), Set.of("GDIS"), true);

    boolean reads(Reader reader, Resource resource, Consent... given) {
        return reads(NOON, reader, resource, given);
    }

    boolean reads(Instant at, Reader reader, Resource resource, Consent... given) {
        List<ConsentDirective> directives = Arrays.stream(given)
                .map(consents::read)
                .flatMap(Optional::stream)
                .toList();
        return decisions
                .decide(reader, facts(resource), Action.ACCESS, directives, at)
                .permits();
    }

    private ResourceFacts facts(Resource resource) {
        return facts.read(resource, Set.of(ANA), classOf(resource), Instant.parse("2026-01-10T12:00:00Z"));
    }

    private static DataClass classOf(Resource resource) {
        if (resource.getMeta().getSecurity().stream().anyMatch(label -> "GDIS".equals(label.getCode()))) {
            return DataClass.GENETIC;
        }
        return resource instanceof Observation ? DataClass.CLINICAL : DataClass.SCALP_IMAGE;
    }

    static Observation density() {
        return labelled(new Observation().setCode(concept("urn:tree", "leaf")), "Observation/density", "N");
    }

    static Observation marker() {
        Observation marker = labelled(new Observation(), "Observation/marker", "R");
        marker.getMeta().addSecurity(sensitivity("GDIS"));
        return marker;
    }

    static ImagingStudy study(String started) {
        return labelled(new ImagingStudy().setStartedElement(new DateTimeType(started)), "ImagingStudy/study", "R");
    }

    static Media picture() {
        Media picture = labelled(new Media(), "Media/m1", "R");
        picture.getContent().setUrl("Binary/b1");
        return picture;
    }

    static Binary file() {
        return labelled(new Binary().setContentType("image/png"), "Binary/b1", "R");
    }

    static DocumentReference copy() {
        DocumentReference copy = labelled(new DocumentReference(), "DocumentReference/copy", "R");
        copy.addContent().getAttachment().setUrl("Binary/b1");
        return copy;
    }

    static <R extends Resource> R labelled(R resource, String id, String confidentiality) {
        resource.setId(id);
        resource.getMeta().addSecurity(confidentiality(confidentiality));
        return resource;
    }

    static Observation seenIn(Observation observation, String encounter) {
        return observation.setEncounter(new Reference(encounter));
    }

    static Reader staff(String name, ClinicRole role, Relation relation, PurposeOfUse purpose, String... parties) {
        return reader(ReaderKind.STAFF, "Practitioner/" + name, Set.of(role), purpose, relation, parties);
    }

    static Reader reader(
            ReaderKind kind,
            String id,
            Set<ClinicRole> roles,
            PurposeOfUse purpose,
            Relation relation,
            String... parties) {
        Set<String> actors = new java.util.HashSet<>(List.of(parties));
        actors.add(id);
        return new Reader(kind, id, roles, ClientRole.OWN, purpose, actors, Map.of(ANA, relation));
    }
}
