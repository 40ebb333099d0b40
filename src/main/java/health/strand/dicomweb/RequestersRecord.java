package health.strand.dicomweb;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** The record as it is for one requester: every call is judged and recorded like the same FHIR request by itself. */
public interface RequestersRecord {

    /**
     * All that a search finds, page after page; where that are more than so many, no page after these is asked for.
     *
     * @param query each parameter with its values, all of which must be met
     * @return more than {@code most} where more are found, and then perhaps not all
     */
    <T extends Resource> List<T> search(Class<T> type, Map<String, List<String>> query, int most)
            throws IOException, Refused;

    /**
     * A file, which is to be closed.
     *
     * @param reference as {@code Binary/id}
     */
    GivenFile file(String reference) throws IOException, Refused;

    /**
     * Writes all entries of a transaction or none.
     *
     * @throws Refused with the status that FHIR gives, when nothing of it is written
     */
    void write(Bundle transaction) throws IOException, Refused;
}
