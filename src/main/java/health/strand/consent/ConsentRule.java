package health.strand.consent;

/** What a consent is held against before it is stored. */
enum ConsentRule {
    /** Section 3.1, E5: depth, size, and elements nobody here can evaluate. */
    SHAPE("hr-consent-shape"),
    /** A purpose, label, action, class or meaning that is not known. */
    CODE("hr-consent-code"),
    /** C1: the policy rule and the type of the root. */
    DIRECTION("hr-consent-direction"),
    /** A period that ends before it starts. */
    PERIOD("hr-consent-period"),
    /** The text that was signed, in its version. */
    POLICY("hr-consent-policy"),
    /** When it was decided. */
    DATE("hr-consent-date"),
    /** What the law lets nobody decide. */
    LAW("hr-consent-law"),
    /** What a clinician keeps from the patient. */
    WITHHOLDING("hr-withheld"),
    /** How much one patient may have decided at a time. */
    LIMIT("hr-consent-limit"),
    /** Who decided. */
    PERFORMER("hr-consent-performer");

    private final String key;

    ConsentRule(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
