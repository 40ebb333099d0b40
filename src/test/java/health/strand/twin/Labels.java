package health.strand.twin;

import java.util.List;

/** Security labels as writers put them. */
final class Labels {

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private Labels() {}

    /** The end of a body: often no label, else one. */
    static String draw(Words words) {
        return words.chance(2) ? "" : ",'meta':{'security':[" + one(words) + "]}";
    }

    static String one(Words words) {
        return words.chance(2)
                ? label(CONFIDENTIALITY, words.one(List.of("N", "R", "V")))
                : label(ACT, words.one(List.of("SEX", "PSY", "PRS", "NOPAT", "IDS", "GDIS")));
    }

    private static String label(String system, String code) {
        return "{'system':'" + system + "','code':'" + code + "'}";
    }
}
