package health.strand.server;

import health.strand.profiles.CodeSystems;
import java.time.Instant;

/** What a clinician writes to keep something from a patient for a time. */
final class Withheld {

    private Withheld() {}

    /** The elements, with ' for ". */
    static String since(Instant date) {
        return label() + ",'extension':[{'url':'https://strand.health/fhir/StructureDefinition/withheld-from-patient',"
                + "'extension':[{'url':'since','valueDateTime':'" + date + "'},"
                + "{'url':'reason','valueString':'to be told in person'},"
                + "{'url':'by','valueReference':{'display':'a surgeon'}}]}]";
    }

    /** The label alone. */
    static String label() {
        return "'meta':{'security':[{'system':'" + CodeSystems.ACT_CODE + "','code':'NOPAT'}]}";
    }
}
