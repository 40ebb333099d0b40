package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import health.strand.profiles.CompiledPackage;
import health.strand.profiles.ProfileValidator;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the server gives out of its trail is what IHE's Basic Audit Log Patterns 1.1.4 ask of each kind of event. */
class BalpIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private static final List<String> OF_ALL = List.of(
            "type.code = 'rest' and type.system = 'http://terminology.hl7.org/CodeSystem/audit-event-type'",
            "outcome = '0' and recorded.exists()",
            "agent.where(requestor).count() = 1",
            "source.observer.exists() and source.type.exists()",
            "agent.where(type.coding.exists(code = 'IRCP')).all(who.exists() and requestor and network.empty())",
            "entity.where(type.code = 'XrequestId').count() = 1",
            "entity.where(type.code = 'XrequestId').all(what.identifier.value.exists())",
            "text.empty() and entity.name.empty() and entity.description.empty() and agent.name.empty()");

    private static final String PATIENT = "entity.where(type.code = '1' and role.code = '1').count() = 1"
            + " and entity.where(type.code = '1').what.reference.startsWith('Patient/')";
    private static final String ABOUT_NOBODY = "entity.where(type.code = '1').empty()";
    private static final String DATA = "entity.where(type.code = '2' and role.code = '4').count() = 1"
            + " and entity.where(type.code = '2').what.reference.exists()";
    private static final String QUERY = "entity.where(type.code = '2' and role.code = '24').count() = 1"
            + " and entity.where(role.code = '24').query.exists() and entity.where(role.code = '4').empty()";
    private static final String TO_THE_CLIENT = agents("110152", "110153");
    private static final String FROM_THE_CLIENT = agents("110153", "110152");
    private static final String BY_THE_CLIENT = agents("110150", "custodian");

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "PatientRead", List.of("action = 'R'", subtype("read"), TO_THE_CLIENT, PATIENT, DATA),
            "Read", List.of("action = 'R'", subtype("read"), TO_THE_CLIENT, ABOUT_NOBODY, DATA),
            "PatientQuery", List.of("action = 'E'", subtype("search"), FROM_THE_CLIENT, PATIENT, QUERY),
            "Query", List.of("action = 'E'", subtype("search"), FROM_THE_CLIENT, ABOUT_NOBODY, QUERY),
            "PatientCreate", List.of("action = 'C'", subtype("create"), FROM_THE_CLIENT, PATIENT, DATA),
            "Create", List.of("action = 'C'", subtype("create"), FROM_THE_CLIENT, ABOUT_NOBODY, DATA),
            "PatientUpdate", List.of("action = 'U'", subtype("update"), FROM_THE_CLIENT, PATIENT, DATA),
            "Update", List.of("action = 'U'", subtype("update"), FROM_THE_CLIENT, ABOUT_NOBODY, DATA),
            "PatientDelete", List.of("action = 'D'", subtype("delete"), BY_THE_CLIENT, PATIENT, DATA),
            "Delete", List.of("action = 'D'", subtype("delete"), BY_THE_CLIENT, ABOUT_NOBODY, DATA));

    private static final List<String> OF_REFUSALS = List.of(
            "type.code = '110113' and type.system = 'http://dicom.nema.org/resources/ontology/DCM'",
            "subtype.exists(system = 'https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType' and code = 'AuthZ-Role')",
            "action = 'E' and outcome = '8' and outcomeDesc.exists()",
            PATIENT);

    private static String subtype(String code) {
        return "subtype.exists(system = 'http://hl7.org/fhir/restful-interaction' and code = '" + code + "')";
    }

    private static String agents(String client, String server) {
        return Stream.of(client, server)
                .map(code -> "agent.where(type.coding.exists(code = '" + code + "')).count() = 1"
                        + " and agent.where(type.coding.exists(code = '" + code
                        + "')).all(who.exists() and network.exists() and media.empty())")
                .reduce((one, other) -> one + " and " + other)
                .orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> saysWhatEachPatternAsksFor() {
        Map<String, AuditEvent> events = events();
        return REQUIRED.entrySet().stream()
                .map(pattern -> DynamicTest.dynamicTest(pattern.getKey(), () -> {
                    AuditEvent event = Objects.requireNonNull(events.get(pattern.getKey()));
                    assertThat(event.getMeta().getProfile())
                            .extracting(CanonicalType::getValue)
                            .contains(BALP + pattern.getKey());
                    OF_ALL.forEach(each -> assertHolds(event, each));
                    pattern.getValue().forEach(each -> assertHolds(event, each));
                    assertValid(event);
                }));
    }

    @TestFactory
    Stream<DynamicTest> saysWhatARefusalWas() {
        String ana = STRAND.id("ana");
        STRAND.get(STRAND.token("ito"), "Patient/" + ana);
        AuditEvent refusal = last(STRAND.token("ana"), "type=110113");
        return Stream.concat(
                OF_REFUSALS.stream().map(each -> DynamicTest.dynamicTest(each, () -> assertHolds(refusal, each))),
                Stream.of(DynamicTest.dynamicTest("is valid", () -> assertValid(refusal))));
    }

    /** One of each kind, by the last part of its pattern's name. */
    private static Map<String, AuditEvent> events() {
        String loader = STRAND.token("loader");
        String dara = STRAND.token("dara");
        String patient = made(STRAND.post(loader, "Patient", Records.patient("Balp")), "Patient");
        String staff = "{\"resourceType\":\"Practitioner\",\"name\":[{\"family\":\"Balp\"}]}";
        String practitioner = made(STRAND.post(loader, "Practitioner", staff), "Practitioner");
        Map<String, AuditEvent> events = new java.util.HashMap<>();
        for (String path : List.of(patient, practitioner)) {
            String about = path.equals(patient) ? "Patient" : "";
            String search = "entity=" + path + "&_count=1&subtype=";
            STRAND.get(loader, path);
            String id = path.substring(path.indexOf('/') + 1);
            STRAND.get(loader, path.substring(0, path.indexOf('/')) + "?_id=" + id);
            events.put(about + "Query", last(dara, about.isEmpty() ? "subtype=search&agent=" : search + "search"));
            events.put(about + "Read", last(dara, search + "read"));
            events.put(about + "Create", last(dara, search + "create"));
            STRAND.put(loader, path, changed(path));
            events.put(about + "Update", last(dara, search + "update"));
            STRAND.delete(loader, path);
            events.put(about + "Delete", last(dara, search + "delete"));
        }
        return events;
    }

    private static String changed(String path) {
        return "{\"resourceType\":\"" + path.substring(0, path.indexOf('/')) + "\",\"id\":\""
                + path.substring(path.indexOf('/') + 1) + "\",\"name\":[{\"family\":\"Changed\"}]}";
    }

    private static String made(HttpResponse<String> created, String type) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return type + "/" + Answers.json(created).at("/id").asText();
    }

    private static AuditEvent last(String token, String query) {
        String search = query.endsWith("agent=") ? query.replace("&agent=", "") : query;
        return Answers.bundle(STRAND.get(token, "AuditEvent?" + search)).getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .filter(event -> !query.endsWith("agent=")
                        || event.getEntity().stream()
                                .noneMatch(entity -> "1".equals(entity.getType().getCode())))
                .findFirst()
                .orElseThrow();
    }

    private static void assertHolds(AuditEvent event, String requirement) {
        List<BooleanType> found = CompiledPackage.FHIR.newFhirPath().evaluate(event, requirement, BooleanType.class);
        assertThat(found)
                .as(requirement + " of " + CompiledPackage.FHIR.newJsonParser().encodeResourceToString(event))
                .singleElement()
                .matches(BooleanType::booleanValue);
    }

    private static void assertValid(AuditEvent event) {
        List<SingleValidationMessage> errors = new ArrayList<>(ProfileValidator.problems(event, List.of()));
        errors.removeIf(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) < 0
                || ProfileValidator.text(message).contains("profiles.ihe.net/ITI/BALP/StructureDefinition"));
        assertThat(errors).extracting(ProfileValidator::text).isEmpty();
    }
}
