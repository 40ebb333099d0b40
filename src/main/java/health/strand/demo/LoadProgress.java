package health.strand.demo;

/**
 * How far a load has come.
 *
 * @param patientsDone patients stored
 * @param patients patients in all
 * @param resources resources stored, the registry's included
 * @param seconds since the beginning
 */
public record LoadProgress(int patientsDone, int patients, long resources, double seconds) {

    /** Resources stored per second so far. */
    public long perSecond() {
        return seconds <= 0 ? 0 : Math.round(resources / seconds);
    }

    /** Whether this is the last report. */
    public boolean complete() {
        return patientsDone >= patients;
    }
}
