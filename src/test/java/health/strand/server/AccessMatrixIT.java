package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The acceptance matrix, asked by every road a resource can be reached on. */
class AccessMatrixIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private static final Reasons REASONS = new Reasons(STRAND);
    private static final Trail TRAIL = new Trail(STRAND);

    static Stream<AccessCase> cases() {
        return Stream.concat(AccessCase.all("treatment.yaml").stream(), AccessCase.all("consents.yaml").stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void showsWhatTheCaseSaysOnEveryRoadAndForItsReason(AccessCase each) {
        CaseWorld world = new CaseWorld(STRAND, each);
        Map<String, String> wrong = new TreeMap<>();
        each.asks().forEach((who, visible) -> {
            ask(world, who, visible, wrong);
            world.items().keySet().forEach(item -> {
                String why = REASONS.of(world, who, item);
                if (!why.equals(each.reason(who, item))) {
                    wrong.put(who + " " + item + ", why", "should be: " + each.reason(who, item) + ", is: " + why);
                }
            });
        });
        // a consent for marketing has a copy made, which other tests would meet
        world.withdrawAll();

        assertThat(wrong).isEmpty();
    }

    private static void ask(CaseWorld world, String who, Set<String> visible, Map<String, String> wrong) {
        String token = token(world, who);
        isRecorded(world, who, token, visible, wrong);
        world.items().forEach((name, reference) -> {
            Roads roads = new Roads(STRAND, token, world, reference);
            boolean expected = visible.contains(name);
            Set<String> found = new TreeSet<>();
            Set<String> missed = new TreeSet<>();
            roads.all(visible.contains("patient")).forEach((road, shown) -> (shown ? found : missed).add(road));
            if (expected ? !missed.isEmpty() : !found.isEmpty()) {
                wrong.put(
                        who + " " + name,
                        "should be " + (expected ? "there" : "absent") + ", was there by " + found + ", absent by "
                                + missed);
            }
        });
    }

    /** Every row: what was shown is recorded as shown, and what was not, as refused, once for the patient. */
    private static void isRecorded(
            CaseWorld world, String who, String token, Set<String> visible, Map<String, String> wrong) {
        String patient = world.item("patient").substring("Patient/".length());
        world.items().forEach((name, reference) -> {
            List<String> reads = TRAIL.lines(patient, STRAND.get(token, reference)).stream()
                    .filter(line -> line.startsWith("read "))
                    .toList();
            String outcome = visible.contains(name) ? "read 0 " : "read 8 ";
            if (reads.size() != 1
                    || !reads.get(0).startsWith(outcome)
                    || !reads.get(0).endsWith(patient + " " + reference)) {
                wrong.put(who + " " + name + ", recorded", "should be: " + outcome + ", is: " + reads);
            }
        });
    }

    private static String token(CaseWorld world, String who) {
        return switch (who) {
            case "owner" -> STRAND.tokenOfPatient(world.item("patient"));
            case "owner in fit" -> STRAND.tokenOfPatientIn(RunningStrand.FIT, world.item("patient"));
            case "sora in vox", "ito in vox" ->
                STRAND.tokenIn(RunningStrand.VOX, who.substring(0, who.indexOf(' ')), "openid fhirUser user/*.cruds");
            default -> STRAND.token(who);
        };
    }

    /** The ways to one item; each answers whether it shows it. */
    private record Roads(RunningStrand strand, String token, CaseWorld world, String item) {

        /** Roads that lead past the patient are walked where the patient is visible. */
        Map<String, Boolean> all(boolean throughPatient) {
            Map<String, Boolean> shown = new TreeMap<>();
            String type = item.substring(0, item.indexOf('/'));
            String id = item.substring(type.length() + 1);
            shown.put("read", reads(item));
            shown.put("vread", reads(item + "/_history/1"));
            shown.put("history", reads(item + "/_history"));
            shown.put("id", finds(type + "?_id=" + id, item));
            shown.put("batch", batch());
            if ("Binary".equals(type)) {
                return shown;
            }
            if (!"Patient".equals(type)) {
                shown.put("count", counts(type + "?_id=" + id + "&_summary=count"));
            }
            if (throughPatient) {
                through(shown, type, id);
            }
            return shown;
        }

        private void through(Map<String, Boolean> shown, String type, String id) {
            String patient = world.item("patient");
            shown.put("everything", finds(patient + "/$everything?_count=100", item));
            if (!"Patient".equals(type)) {
                shown.put("patient", finds(type + "?patient=" + world.item("patient"), item));
                shown.put(
                        "chain",
                        finds(
                                type + "?patient:Patient.identifier=" + CaseWorld.IDENTIFIER + "%7C" + world.key(),
                                item));
                shown.put("include", finds(type + "?_id=" + id + "&_include=" + type + ":patient", patient));
                shown.put("has", finds("Patient?_has:" + type + ":patient:_id=" + id, patient));
                shown.put(
                        "revinclude",
                        finds(
                                "Patient?_id=" + patient.substring("Patient/".length()) + "&_revinclude=" + type
                                        + ":patient",
                                item));
            }
        }

        private boolean reads(String path) {
            HttpResponse<String> answer = strand.get(token, path);
            assertThat(answer.statusCode()).as(path + answer.body()).isIn(200, 403, 404);
            return answer.statusCode() == 200;
        }

        private boolean finds(String search, String wanted) {
            HttpResponse<String> answer = strand.get(token, search);
            if (answer.statusCode() != 200) {
                assertThat(answer.statusCode()).as(search + answer.body()).isIn(403, 404);
                return false;
            }
            List<String> found = new ArrayList<>();
            for (Bundle.BundleEntryComponent entry : Answers.bundle(answer).getEntry()) {
                found.add(entry.getResource()
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue());
            }
            return found.contains(wanted);
        }

        private boolean counts(String search) {
            HttpResponse<String> answer = strand.get(token, search);
            return answer.statusCode() == 200 && Answers.bundle(answer).getTotal() > 0;
        }

        private boolean batch() {
            String bundle = ("{'resourceType':'Bundle','type':'batch','entry':[{'request':{'method':'GET','url':'"
                            + item + "'}}]}")
                    .replace('\'', '"');
            return Answers.bundle(strand.post(token, "", bundle))
                    .getEntryFirstRep()
                    .hasResource();
        }
    }
}
