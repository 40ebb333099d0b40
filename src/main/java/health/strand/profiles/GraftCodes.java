package health.strand.profiles;

/** Codes of {@link CodeSystems#GRAFT_COMPONENT}: the tally of a transplant day. */
public final class GraftCodes {

    public static final String TALLY = "graft-tally";
    public static final String SINGLES = "grafts-1";
    public static final String DOUBLES = "grafts-2";
    public static final String TRIPLES = "grafts-3";
    public static final String QUADRUPLES = "grafts-4";
    public static final String TOTAL = "grafts-total";
    public static final String HAIRS_TOTAL = "hairs-total";
    public static final String HARVESTED = "harvested";
    public static final String DISCARDED = "discarded";
    public static final String TRANSECTED = "transected";
    public static final String IMPLANTED = "implanted";
    public static final String RECIPIENT_AREA = "recipient-area";
    public static final String IMPLANTED_DENSITY = "implanted-density";
    public static final String OUT_OF_BODY_MINUTES = "out-of-body-minutes";

    private GraftCodes() {}
}
