package health.strand.provision;

import java.util.List;

/** One part of what a realm consists of. */
interface Part {

    /** What of this part is not as it has to be. Asks nobody and changes nothing. */
    List<Difference> differences(RealmState now);
}
