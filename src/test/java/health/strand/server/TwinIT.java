package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/**
 * Two worlds that differ in what a requester may not see answer that requester alike: the same questions are put before
 * hidden data is added and after.
 */
class TwinIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final List<String> CANARIES = List.of("Zyxhidden", "hidden-text");

    @Test
    void answersAlikeWhetherHiddenDataIsThereOrNot() {
        CaseWorld patient = new CaseWorld(
                STRAND,
                AccessCase.world(
                        "twin",
                        "denies what is very restricted",
                        List.of(Map.of("deny", Map.of("label", "V", "purpose", "TREAT", "action", "access")))));
        Map<String, Map<String, String>> seen = new LinkedHashMap<>();
        seen.put("sora", only(patient, "patient", "team", "encounter", "density", "file", "study"));
        for (String other : List.of("ito", "mia", "bo", "ana", "rex", "dara")) {
            seen.put(other, only(patient, "patient"));
        }
        String nothing = UUID.randomUUID().toString();
        Map<String, TwinWorld> before = ask(seen, nothing);

        String marker = hide(patient.item("patient"), patient.item("encounter"));
        assertAlike(before, ask(seen, marker), List.of());
        String stranger = hideSomebody();
        // she sees what everybody has decided; of a new patient she sees that much
        assertAlike(before, ask(seen, stranger), List.of("dara"));
    }

    private static Map<String, String> only(CaseWorld world, String... names) {
        Map<String, String> some = new LinkedHashMap<>();
        for (String name : names) {
            some.put(name, world.item(name));
        }
        return some;
    }

    private static Map<String, TwinWorld> ask(Map<String, Map<String, String>> seen, String hidden) {
        Map<String, TwinWorld> worlds = new LinkedHashMap<>();
        seen.forEach((who, items) ->
                worlds.put(who, new TwinWorld(STRAND, STRAND.token(who), TwinRequests.all(items), hidden)));
        return worlds;
    }

    private static void assertAlike(
            Map<String, TwinWorld> before, Map<String, TwinWorld> after, List<String> apartFrom) {
        Map<String, List<String>> differences = new LinkedHashMap<>();
        before.forEach((who, world) -> {
            List<String> found = new ArrayList<>(world.differences(java.util.Objects.requireNonNull(after.get(who))));
            if (!apartFrom.contains(who) && !found.isEmpty()) {
                differences.put(who, found);
            }
        });
        assertThat(differences).isEmpty();
        after.forEach((who, world) -> {
            if (!apartFrom.contains(who)) {
                // the questions themselves name them; answers repeat a question in their own link
                String text = world.everything().replaceAll("\"(self|next)\",\"url\":\"[^\"]*\"", "");
                assertThat(text).as(who).doesNotContain(CANARIES);
            }
        });
    }

    /** Genetic and very restricted data of a patient whom some may see. */
    private static String hide(String patient, String encounter) {
        String bundle = """
                {'resourceType':'Bundle','type':'transaction','entry':[
                {'resource':{'resourceType':'Observation','status':'final','category':[{'coding':[
                  {'system':'http://terminology.hl7.org/CodeSystem/v2-0074','code':'GE'}]}],'code':{'text':'hidden-text'},
                  'subject':{'reference':'%1$s'},'encounter':{'reference':'%2$s'},'effectiveDateTime':'2026-02-02',
                  'valueQuantity':{'value':4711}},'request':{'method':'POST','url':'Observation'}},
                {'resource':{'resourceType':'FamilyMemberHistory','status':'completed','patient':{'reference':'%1$s'},
                  'relationship':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode','code':'FTH'}],
                  'text':'hidden-text'}},'request':{'method':'POST','url':'FamilyMemberHistory'}},
                {'resource':{'resourceType':'Media','meta':{'security':[{'system':
                  'http://terminology.hl7.org/CodeSystem/v3-Confidentiality','code':'V'}]},'status':'completed',
                  'subject':{'reference':'%1$s'},'createdDateTime':'2026-02-02','content':{'contentType':'image/png',
                  'title':'hidden-text','url':'https://elsewhere.example/x'}},'request':{'method':'POST','url':'Media'}}
                ]}""".formatted(patient, encounter);
        return stored(bundle);
    }

    /** Everything about a patient whom none of those asked may see. */
    private static String hideSomebody() {
        String bundle = """
                {'resourceType':'Bundle','type':'transaction','entry':[
                {'fullUrl':'urn:uuid:%1$s','resource':{'resourceType':'Patient','name':[{'family':'Zyxhidden'}],
                  'birthDate':'1990-01-01'},'request':{'method':'POST','url':'Patient'}},
                {'resource':{'resourceType':'Observation','status':'final','code':{'text':'hidden-text'},
                  'subject':{'reference':'urn:uuid:%1$s'},'effectiveDateTime':'2026-02-02',
                  'valueQuantity':{'value':4711}},'request':{'method':'POST','url':'Observation'}},
                {'resource':{'resourceType':'Encounter','status':'finished','class':{'system':
                  'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'AMB'},'subject':{'reference':'urn:uuid:%1$s'},
                  'period':{'start':'2026-02-02','end':'2026-02-02'}},'request':{'method':'POST','url':'Encounter'}},
                {'resource':{'resourceType':'Condition','clinicalStatus':{'coding':[{'system':
                  'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'active'}]},
                  'code':{'text':'hidden-text'},'subject':{'reference':'urn:uuid:%1$s'}},
                  'request':{'method':'POST','url':'Condition'}}
                ]}""".formatted(UUID.randomUUID());
        return stored(bundle);
    }

    /** The id of the first entry. */
    private static String stored(String bundle) {
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), "", bundle.replace('\'', '"'));
        Bundle result = Answers.bundle(answer);
        String location = result.getEntryFirstRep().getResponse().getLocation().replaceAll("/_history/.*", "");
        return location.substring(location.indexOf('/') + 1);
    }
}
