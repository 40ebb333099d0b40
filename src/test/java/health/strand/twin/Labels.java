package health.strand.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** Security labels as writers put them. */
final class Labels {

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private Labels() {}

    /** The end of a body: often no label, else one. */
    static String draw(Words words) {
        String label = words.chance(2) ? "" : one(words);
        String reason = label.contains("NOPAT") ? ",'extension':[" + reason(words) + "]" : "";
        return label.isEmpty() ? "" : ",'meta':{'security':[" + label + "]}" + reason;
    }

    /** Adds to a body that is newly kept from the patient why it is. */
    static void giveReason(ObjectNode body, Words words) {
        boolean withheld = body.path("meta").path("security").toString().contains("NOPAT");
        if (withheld && !body.path("extension").toString().contains("withheld-from-patient")) {
            body.withArray("extension").add(Json.read(reason(words).replace('\'', '"')));
        }
    }

    static String one(Words words) {
        return words.chance(2)
                ? label(CONFIDENTIALITY, words.one(List.of("N", "R", "V")))
                : label(ACT, words.one(List.of("SEX", "PSY", "PRS", "NOPAT", "IDS", "GDIS")));
    }

    /** What a writer says who keeps something from the patient, since so many days. */
    private static String reason(Words words) {
        int days = words.chance(2) ? 3 : 40;
        return "{'url':'https://strand.health/fhir/StructureDefinition/withheld-from-patient','extension':["
                + "{'url':'since','valueDateTime':'" + LocalDate.now().minusDays(days) + "'},"
                + "{'url':'reason','valueString':'later'},{'url':'by','valueReference':{'display':'a clinician'}}]}";
    }

    private static String label(String system, String code) {
        return "{'system':'" + system + "','code':'" + code + "'}";
    }
}
