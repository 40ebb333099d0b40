package health.strand.guide;

import java.util.List;

/** The written pages in the order in which they are best read. */
final class ReadingOrder {

    /**
     * One of them.
     *
     * @param name file name without its ending
     * @param label what the navigation calls it
     */
    record Entry(String name, String label) {

        String file() {
            return name + ".html";
        }
    }

    static final List<Entry> PAGES = List.of(
            new Entry("index", "Start here"),
            new Entry("data-model", "What is recorded"),
            new Entry("profiles", "What a record must hold"),
            new Entry("scans", "Scans over time"),
            new Entry("access", "How access is decided"),
            new Entry("consent", "Consent"),
            new Entry("receipts", "Filing and withdrawing"),
            new Entry("audit", "The audit trail"),
            new Entry("privacy-summary", "Five questions"),
            new Entry("smart", "Writing an app"),
            new Entry("security", "Security"),
            new Entry("storage", "Where it is kept"),
            new Entry("interpretations", "Interpretations"),
            new Entry("decisions", "Decisions"),
            new Entry("configuration", "Configuration"),
            new Entry("production", "Running it for real"),
            new Entry("publishing", "With HL7's publisher"));

    private ReadingOrder() {}
}
