package health.strand.enforcement;

import health.strand.access.Requester;
import java.util.Optional;

/** Says whether a link to a further page may still open: nothing its holder could see has been taken from them since. */
public interface PageEpochs {

    /** This moment, to be asked before a first page is read. */
    String now();

    /** This moment, when nothing has been taken from the requester since the earlier one. */
    Optional<String> since(String earlier, Requester requester);
}
