package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.server.RunningStrand;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;

/** Resources for tests of access, written by the clinic's own back end. */
final class SmallRecord {

    /** Labels as a consent names them, behind the beginning of their system. */
    static final String RESTRICTED = "v3-Confidentiality','code':'R";

    static final String GENETIC = "v3-ActCode','code':'GDIS";

    private static final RunningStrand STRAND = RunningStrand.get();

    private SmallRecord() {}

    static String stored(String type, String body) {
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), type, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return type + "/" + answer.body().replaceAll("(?s).*?\"id\": ?\"([^\"]+)\".*", "$1");
    }

    static String consent(String patient, String purpose, String label, String actor) {
        String terminology = "http://terminology.hl7.org/CodeSystem/";
        return """
                {'resourceType':'Consent','meta':{'profile':['https://strand.health/fhir/StructureDefinition/hr-extended-consent']},
                'status':'active','scope':{'coding':[{'system':'%1$sconsentscope','code':'patient-privacy'}]},
                'category':[{'coding':[{'system':'http://loinc.org','code':'59284-0'}]},
                  {'coding':[{'system':'https://strand.health/fhir/CodeSystem/consent-kind','code':'care'}]}],
                'patient':{'reference':'%2$s'},'dateTime':'%3$s','performer':[{'reference':'%2$s'}],
                'organization':[{'reference':'%4$s'}],'sourceAttachment':{'language':'en','title':'%7$s'},
                'policy':[{'uri':'https://strand.health/policy/care-1'}],
                'policyRule':{'coding':[{'system':'%1$sv3-ActCode','code':'OPTIN'}]},
                'provision':{'type':'permit','purpose':[{'system':'%1$sv3-ActReason','code':'%5$s'}],
                  'securityLabel':[{'system':'%1$s%8$s'}],
                  'actor':[{'role':{'coding':[{'system':'%1$sv3-ParticipationType','code':'IRCP'}]},
                    'reference':{'reference':'%6$s'}}]}}
                """.formatted(terminology, patient, LocalDate.now(), clinic(), purpose, actor, UUID.randomUUID(), label);
    }

    static String clinic() {
        String found = STRAND.get(STRAND.token("loader"), "Organization?identifier=urn:strand:demo%7Cclinic")
                .body();
        return "Organization/" + found.replaceAll("(?s).*\"resource\".*?\"id\": ?\"([^\"]+)\".*", "$1");
    }

    static void withdraw(String consent) {
        String path = consent + "/$revoke";
        HttpResponse<String> answer = STRAND.post(
                STRAND.token("loader"),
                path,
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"reason\",\"valueCodeableConcept\":"
                        + "{\"text\":\"I changed my mind\"}}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
