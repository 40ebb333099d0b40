package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import health.strand.access.DataClass;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S13: whoever runs the server and keeps the registry is told nothing of patients, on any route there is. */
class OperatorIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String NOBODY = UUID.randomUUID().toString();
    private static final CaseWorld WORLD = new CaseWorld(
            STRAND,
            AccessCase.world(
                    "operator",
                    "whoever treats may see pictures",
                    List.of(Map.of("permit", Map.of("purpose", "TREAT", "label", "R")))));

    private final Trail trail = new Trail(STRAND);
    private final String ops = STRAND.token("ops", "openid fhirUser user/*.cruds");
    private final String loader = STRAND.token("loader");
    private final List<String> patients =
            trail.owner().queryForList("select fhir_id from hfj_resource where res_type = 'Patient'", String.class);

    @AfterAll
    static void withdraw() {
        WORLD.withdrawAll();
    }

    static List<String> types() {
        return ServedTypes.ALL;
    }

    static Stream<String> operations() {
        return STRAND.bean(FhirServer.class).getResourceBindings().stream()
                .flatMap(type -> type.getMethodBindings().stream()
                        .filter(OperationMethodBinding.class::isInstance)
                        .map(route -> type.getResourceName() + " " + ((OperationMethodBinding) route).getName()))
                .filter(route -> !route.endsWith("$validate"))
                .distinct();
    }

    /** One of each class of what is stored of a type. */
    private Map<DataClass, String> stored(String type) {
        Map<DataClass, String> found = new TreeMap<>();
        if (type.equals("AuditEvent")) {
            found.put(
                    DataClass.AUDIT,
                    "AuditEvent/"
                            + trail.owner()
                                    .queryForObject(
                                            "select id::text from strand.audit_event where patient is not null limit 1",
                                            String.class));
            return found;
        }
        trail.owner()
                .query(
                        "select distinct on (partition_id & 31) partition_id & 31 as class, fhir_id from hfj_resource"
                                + " where res_type = ? and res_deleted_at is null order by partition_id & 31, res_id desc",
                        row -> {
                            found.put(
                                    DataClass.fromNumber(row.getInt("class")).orElseThrow(),
                                    type + "/" + row.getString("fhir_id"));
                        },
                        type);
        return found;
    }

    private int ofTheRegistry(String type) {
        return trail.owner()
                .queryForObject(
                        "select count(*) from hfj_resource where res_type = ? and res_deleted_at is null"
                                + " and partition_id & 31 = ?",
                        Integer.class,
                        type,
                        DataClass.REGISTRY.number());
    }

    private void isAboutNobody(HttpResponse<String> answer, String asked) {
        assertThat(patients.stream().filter(each -> !asked.contains(each)))
                .as(asked + answer.body())
                .noneMatch(answer.body()::contains);
        assertThat(answer.body()).as(asked).doesNotContain(WORLD.key());
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsNothingThatIsAboutAPatient(String type) {
        stored(type).forEach((dataClass, reference) -> {
            String id = reference.substring(type.length() + 1);
            for (String road : List.of("", "/_history/1", "/_history")) {
                HttpResponse<String> answer = STRAND.get(ops, reference + road);
                isAboutNobody(answer, reference + road);
                if (dataClass.aboutPatients()) {
                    HttpResponse<String> nothing = STRAND.get(ops, type + "/" + NOBODY + road);
                    // old versions of the trail are not offered
                    assertThat(answer.statusCode()).as(reference + road).isIn(400, 403, 404);
                    assertThat(Answers.normal(answer, id)).isEqualTo(Answers.normal(nothing, NOBODY));
                    // one for each patient it is about
                    assertThat(trail.lines(answer))
                            .as(reference + road)
                            .isNotEmpty()
                            .doesNotHaveDuplicates();
                } else {
                    assertThat(answer.statusCode()).as(reference + road).isEqualTo(200);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void findsAndCountsNothingThatIsAboutAPatient(String type) {
        for (String query : List.of("_count=100", "_total=accurate&_summary=count", "_include=*&_revinclude=*")) {
            HttpResponse<String> answer = STRAND.get(ops, type + "?" + query);
            isAboutNobody(answer, type + "?" + query);
            assertThat(answer.statusCode()).as(type + "?" + query).isIn(200, 400, 403);
            if (answer.statusCode() == 200 && query.contains("_total")) {
                assertThat(Answers.bundle(answer).getTotal()).as(type).isEqualTo(ofTheRegistry(type));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Practitioner?_has:Observation:performer:code=x",
                "Practitioner?_has:Appointment:practitioner:patient.name=Case",
                "Practitioner?_revinclude=CareTeam:participant",
                "Location?_revinclude=Appointment:location",
                "Device?patient.identifier=urn:strand:case%7C",
                "Organization?_has:Patient:organization:name=Case"
            })
    void findsThePeopleOfTheRegistryByNothingThatIsAboutAPatient(String search) {
        HttpResponse<String> answer = STRAND.get(ops, search);

        isAboutNobody(answer, search);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 403);
        if (answer.statusCode() == 200) {
            assertThat(Answers.bundle(answer).getEntry())
                    .allSatisfy(each -> assertThat(each.getResource().fhirType())
                            .isIn("Practitioner", "Location", "Organization", "Device"));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hasNoOperationDone(String route) {
        String type = route.split(" ")[0];
        String operation = route.split(" ")[1];
        List<String> ids = new ArrayList<>(stored(type).values().stream()
                .map(each -> each.substring(type.length()))
                .toList());
        ids.addAll(List.of("", "/" + NOBODY));
        for (String id : ids) {
            String address = type + id + "/" + operation;
            String body = "{\"resourceType\":\"Parameters\"}";
            for (HttpResponse<String> answer : List.of(STRAND.get(ops, address), STRAND.post(ops, address, body))) {
                isAboutNobody(answer, address);
                assertThat(answer.statusCode()).as(address + answer.body()).isBetween(400, 405);
            }
        }
    }

    /** A file too as a resource, and not as what is in it. */
    private static String resource(String patient, String item) {
        return STRAND.send(STRAND.request(patient, item)
                        .header("Accept", "application/fhir+json")
                        .GET())
                .body();
    }

    @Test
    void changesNothingThatIsAboutAPatient() {
        String patient = STRAND.tokenOfPatient(WORLD.item("patient"));
        WORLD.items().forEach((name, item) -> {
            String before = resource(patient, item);
            List<HttpResponse<String>> tried = List.of(
                    STRAND.put(ops, item, before),
                    STRAND.delete(ops, item),
                    STRAND.send(STRAND.request(ops, item)
                            .header("Content-Type", "application/json-patch+json")
                            .method("PATCH", BodyPublishers.ofString("[]"))),
                    STRAND.post(ops, item.replaceAll("/.*", ""), before));
            for (HttpResponse<String> answer : tried) {
                assertThat(answer.statusCode()).as(name + answer.body()).isIn(403, 404);
                isAboutNobody(answer, item);
                assertThat(trail.lines(answer))
                        .as(name)
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(line).contains(" 8 "));
            }
            assertThat(resource(patient, item)).as(name).isEqualTo(before);
        });
    }

    @Test
    void readsNothingInABundle() {
        String entries = String.join(
                ",",
                WORLD.items().values().stream()
                        .map(each -> "{\"request\":{\"method\":\"GET\",\"url\":\"" + each + "\"}}")
                        .toList());
        for (String kind : List.of("batch", "transaction")) {
            HttpResponse<String> answer = STRAND.post(
                    ops, "", "{\"resourceType\":\"Bundle\",\"type\":\"" + kind + "\",\"entry\":[" + entries + "]}");
            isAboutNobody(answer, entries);
            if (answer.statusCode() == 200) {
                assertThat(Answers.bundle(answer).getEntry()).allSatisfy(each -> {
                    assertThat(each.hasResource()).isFalse();
                    assertThat(each.getResponse().getStatus()).startsWith("40");
                });
            } else {
                assertThat(answer.statusCode()).isEqualTo(403);
            }
        }
    }

    /** On the port that is for the operator alone, and takes no token. */
    @Test
    void learnsOfTheServerThatItRunsAndHowFast() {
        String port = "http://127.0.0.1:" + STRAND.parts().ports().management() + "/actuator/";
        STRAND.get(loader, WORLD.item("density"));

        for (String open : List.of("health", "prometheus", "")) {
            HttpResponse<String> answer = STRAND.get("none", port + open);
            isAboutNobody(answer, open);
            assertThat(answer.body())
                    .as(open)
                    .doesNotContain(WORLD.item("density").substring("Observation/".length()));
        }
        for (String closed : Arrays.asList(
                "env", "heapdump", "threaddump", "loggers", "mappings", "beans", "httpexchanges", "configprops")) {
            assertThat(STRAND.get(ops, port + closed).statusCode()).as(closed).isIn(403, 404);
        }
    }
}
