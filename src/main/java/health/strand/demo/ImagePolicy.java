package health.strand.demo;

import java.util.List;

/**
 * Which pictures are really drawn. A clinic of a thousand patients would take minutes to draw, so beyond the first
 * hundred only every twentieth patient gets pictures; the others' Media say what was taken and hold no content.
 */
final class ImagePolicy {

    private static final int PICTURED = 100;
    private static final int SAMPLE = 20;

    private final boolean pictured;
    private final Visit first;
    private final Visit last;

    /** For a patient with the given scanned visits, of which there is always one. */
    ImagePolicy(PatientStory story, List<Visit> scanned) {
        this.pictured = story.number() < PICTURED || story.number() % SAMPLE == 0;
        this.first = scanned.get(0);
        this.last = scanned.get(scanned.size() - 1);
    }

    boolean closeUp(Visit visit, Zone zone) {
        return pictured && (zone == Zone.VERTEX || firstOrLast(visit));
    }

    boolean globalPhoto(Visit visit) {
        return pictured && firstOrLast(visit);
    }

    private boolean firstOrLast(Visit visit) {
        return visit.equals(first) || visit.equals(last);
    }
}
