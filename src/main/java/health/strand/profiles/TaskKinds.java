package health.strand.profiles;

/** Codes of {@link CodeSystems#TASK_KIND}: what the server asks of the privacy officer. */
public final class TaskKinds {

    public static final String CONSENT_CONFLICT = "rights-consent-conflict";
    public static final String CONSENT_UNREADABLE = "rights-consent-unreadable";
    public static final String CONSENT_BESIDE = "rights-consent-beside";
    public static final String MAJORITY_AHEAD = "rights-majority-ahead";
    public static final String MAJORITY = "rights-majority";

    public static final String EMERGENCY_REVIEW = "rights-emergency-review";
    public static final String EMERGENCY_BY = "rights-emergency-by";

    public static final String CASE = "rights-case";

    private TaskKinds() {}
}
