package health.strand.twin;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What one patient decided, at random: one consent of each of some kinds, with exceptions. */
final class Consents {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private final Words words;
    private final Registry registry;
    private final String patient;
    private final List<String> items;
    private final Loader loader;

    Consents(Loader loader, Words words, Registry registry, String patient, List<String> items) {
        this.loader = loader;
        this.words = words;
        this.registry = registry;
        this.patient = patient;
        this.items = items;
    }

    void load() {
        Transaction bundle = new Transaction();
        for (String kind : List.of("care", "imaging", "genetics")) {
            if (!words.chance(3)) {
                boolean permit = words.chance(2);
                bundle.add(consent(kind, permit, provision(permit, true)));
            }
        }
        List<String> pictures = pictures();
        if (!pictures.isEmpty() && !words.chance(3)) {
            bundle.add(consent("marketing", true, publication(pictures)));
        }
        // together: the first may hide the patient from whoever writes the second
        loader.store(bundle);
    }

    private List<String> pictures() {
        return items.stream()
                .filter(each -> each.startsWith("Media/"))
                .filter(each -> loader.tryRead(each).status() == 200)
                .limit(2)
                .toList();
    }

    /** The server makes copies of these, which marketing may see. */
    private static String publication(List<String> pictures) {
        String data = pictures.stream()
                .map(each -> "{'meaning':'instance','reference':{'reference':'" + each + "'}}")
                .collect(Collectors.joining(","));
        return "{'type':'permit','purpose':[{'system':'" + TERMINOLOGY + "v3-ActReason','code':'HMARKT'}],'data':["
                + data + "]}";
    }

    private String consent(String kind, boolean permit, String provision) {
        return body(patient, registry.reference("clinic"), kind, words.word(), permit, provision);
    }

    /** A consent as patients sign it. */
    static String body(String patient, String clinic, String kind, String title, boolean permit, String provision) {
        return ("{'resourceType':'Consent','meta':{'profile':"
                        + "['https://strand.health/fhir/StructureDefinition/hr-extended-consent']},'status':'active',"
                        + "'scope':{'coding':[{'system':'%1$sconsentscope','code':'patient-privacy'}]},"
                        + "'category':[{'coding':[{'system':'http://loinc.org','code':'59284-0'}]},{'coding':[{'system':"
                        + "'https://strand.health/fhir/CodeSystem/consent-kind','code':'%2$s'}]}],"
                        + "'patient':{'reference':'%3$s'},'dateTime':'%4$s','performer':[{'reference':'%3$s'}],"
                        + "'organization':[{'reference':'%5$s'}],'sourceAttachment':{'language':'en','title':'%6$s'},"
                        + "'policy':[{'uri':'https://strand.health/policy/%2$s-1'}],'policyRule':{'coding':[{'system':"
                        + "'%1$sv3-ActCode','code':'%7$s'}]},'provision':%8$s}")
                .formatted(
                        TERMINOLOGY,
                        kind,
                        patient,
                        LocalDate.now(ZoneOffset.UTC).minusDays(3),
                        clinic,
                        title,
                        permit ? "OPTIN" : "OPTOUT",
                        provision);
    }

    private String provision(boolean permit, boolean root) {
        List<String> said = new ArrayList<>(List.of("'type':'" + (permit ? "permit" : "deny") + "'"));
        if (words.chance(2)) {
            said.add("'purpose':[{'system':'" + TERMINOLOGY + "v3-ActReason','code':'"
                    + words.one(List.of("TREAT", "TREAT", "TREAT", "HPAYMT", "HRESCH")) + "'}]");
        }
        if (words.chance(2)) {
            said.add("'actor':[{'role':{'coding':[{'system':'" + TERMINOLOGY
                    + "v3-ParticipationType','code':'IRCP'}]},'reference':{'reference':'"
                    + registry.reference(words.one(List.of("sora", "ito", "nia", "rex", "eve", "lena", "other")))
                    + "'}}]");
        }
        if (said.size() == 1 || words.chance(2)) {
            said.add(data());
        }
        if (root && words.chance(2)) {
            said.add("'provision':[" + provision(!permit, false)
                    + (words.chance(3) ? "," + provision(!permit, false) : "") + "]");
        }
        return "{" + String.join(",", said) + "}";
    }

    private String data() {
        return switch (words.below(5)) {
            case 0 -> "'securityLabel':[" + confidentiality() + "]";
            case 1 -> "'securityLabel':[" + sensitivity() + "]";
            case 2 -> "'securityLabel':[" + confidentiality() + "," + sensitivity() + "]";
            case 3 ->
                "'class':[{'system':'http://hl7.org/fhir/resource-types','code':'"
                        + words.one(List.of("Observation", "Media", "Condition", "Encounter")) + "'}]";
            default -> "'data':[{'meaning':'instance','reference':{'reference':'" + readable() + "'}}]";
        };
    }

    /** A consent can only name what is there for whoever writes it down. */
    private String readable() {
        String item = words.one(items);
        return loader.tryRead(item).status() == 200 ? item : readable();
    }

    private String confidentiality() {
        return "{'system':'" + TERMINOLOGY + "v3-Confidentiality','code':'" + words.one(List.of("N", "R", "V")) + "'}";
    }

    private String sensitivity() {
        return "{'system':'" + TERMINOLOGY + "v3-ActCode','code':'"
                + words.one(List.of("GDIS", "GDIS", "SEX", "PSY", "IDS")) + "'}";
    }
}
