package health.strand.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The grammar of questions put to both worlds: every type the server keeps, by every kind of question it answers. */
final class TwinRequests {

    /** Stands for the id of something hidden, which in the world without it is an id of nothing. */
    static final String HIDDEN = "{hidden}";

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality%7C";

    private TwinRequests() {}

    /** @param seen what the requester may see of one patient, by name */
    static List<String> all(Map<String, String> seen) {
        List<String> all = new ArrayList<>();
        for (String type : ServedTypes.ALL) {
            if ("AuditEvent".equals(type)) {
                // the answer to the second asker tells of the first
                continue;
            }
            all.add(type + "?_total=accurate&_count=10");
            all.add(type + "?_summary=count");
            all.add(type + "?_security=" + CONFIDENTIALITY + "R&_summary=count");
            all.add(type + "?_lastUpdated=gt2020-01-01&_sort=_id&_count=3&_total=accurate");
        }
        for (String type : List.of("Observation", "Media", "FamilyMemberHistory", "Patient", "Condition")) {
            all.add(type + "/" + HIDDEN);
            all.add(type + "/" + HIDDEN + "/_history/1");
            all.add(type + "/" + HIDDEN + "/_history");
            all.add(type + "?_id=" + HIDDEN);
        }
        byMeaning(all);
        seen.values().forEach(item -> {
            all.add(item);
            all.add(item + "/_history");
        });
        all.add(seen.get("patient") + "/$everything?_count=100");
        all.add(seen.get("patient") + "/$explain-access?resource=clinical");
        all.add("Patient/" + HIDDEN + "/$explain-access?resource=clinical");
        all.add(seen.get("patient") + "/$explain-access?resource=Observation/" + HIDDEN);
        all.add("metadata");
        return all;
    }

    /** The questions that most of what can be wrong turns the answer of. */
    static List<String> few() {
        List<String> few = new ArrayList<>();
        for (String type : List.of("Patient", "Observation", "Encounter", "Media", "FamilyMemberHistory")) {
            few.add(type + "?_total=accurate&_count=10");
            few.add(type + "?_summary=count");
        }
        byMeaning(few);
        return few;
    }

    /** Questions that look into, through and along other resources. */
    private static void byMeaning(List<String> all) {
        all.addAll(List.of(
                "Patient?name=Zyxhidden",
                "Patient?family:contains=yxhid&_summary=count",
                "Patient?birthdate=gt1900-01-01&_sort=birthdate&_total=accurate",
                "Patient?_has:Observation:patient:value-quantity=gt90&_summary=count",
                "Patient?_has:Observation:patient:_security=GDIS",
                "Patient?_has:Encounter:patient:_has:Observation:encounter:code:text=hidden&_summary=count",
                "Patient?_revinclude=*&_count=5",
                "Patient?_revinclude=Observation:patient&_revinclude=FamilyMemberHistory:patient&_count=5",
                "Practitioner?_has:Encounter:participant:status=finished&_summary=count",
                "Observation?value-quantity=gt90&_total=accurate",
                "Observation?value-quantity=4711&_summary=count",
                "Observation?code:text=hidden",
                "Observation?date=gt2020-01-01&_sort=-date&_total=accurate",
                "Observation?category=http://terminology.hl7.org/CodeSystem/v2-0074%7CGE&_summary=count",
                "Observation?subject:Patient.family=Zyxhidden",
                "Observation?encounter:missing=true&_summary=count",
                "Observation?code:not=x&_summary=count",
                "Observation?_include=*&_revinclude=*&_count=5",
                "Observation?_security=GDIS&_summary=count",
                "Media?_security=" + CONFIDENTIALITY + "V",
                "Media?created=gt2020-01-01&_sort=created&_total=accurate",
                "Encounter?date=gt2020-01-01&_total=accurate&_sort=date",
                "CareTeam?participant=Practitioner/none&_summary=count",
                "Provenance?target=Observation/" + HIDDEN,
                "DiagnosticReport?result=Observation/" + HIDDEN,
                "Observation?derived-from=Observation/" + HIDDEN,
                "FamilyMemberHistory?relationship=FTH&_summary=count"));
    }
}
