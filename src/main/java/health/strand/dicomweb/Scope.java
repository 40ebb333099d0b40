package health.strand.dicomweb;

/** The UIDs that a path names, from the study on; an empty text for each it does not. */
record Scope(String study, String series, String instance) {

    boolean includes(Instance each) {
        return matches(study, each.studyUid()) && matches(series, each.seriesUid()) && matches(instance, each.uid());
    }

    private static boolean matches(String named, String uid) {
        return named.isEmpty() || named.equals(uid);
    }
}
