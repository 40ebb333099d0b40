package health.strand.access;

import java.util.EnumSet;
import java.util.Set;

/** What a reader comes as, which says whose steps are taken. */
enum Standing {
    OWNER,
    REPRESENTATIVE,
    /** The privacy officer in office. */
    OVERSIGHT,
    OTHER;

    private static final Set<PurposeOfUse> ON_BEHALF =
            EnumSet.of(PurposeOfUse.FAMRQT, PurposeOfUse.PWATRNY, PurposeOfUse.SUPNWK);

    static Standing of(Question question) {
        Reader reader = question.reader();
        return switch (reader.kind()) {
            case PATIENT ->
                question.relation() == Relation.SELF && reader.purpose() == PurposeOfUse.PATRQT ? OWNER : OTHER;
            case REPRESENTATIVE ->
                question.relation() == Relation.REPRESENTATIVE && ON_BEHALF.contains(reader.purpose())
                        ? REPRESENTATIVE
                        : OTHER;
            case STAFF -> inOffice(reader, question.matter()) ? OVERSIGHT : OTHER;
            case SYSTEM -> OTHER;
        };
    }

    private static boolean inOffice(Reader reader, Matter matter) {
        return reader.roles().contains(ClinicRole.PRIVACY_OFFICER)
                && reader.purpose() == PurposeOfUse.HCOMPL
                && matter.dataClass().aboutPatients();
    }
}
