package health.strand.audit;

import java.util.Map;
import java.util.Optional;

/** Signs how the chain ended on a day, with a key outside of the database. */
public interface HeadSeal {

    /** The claims with a signature over them. */
    String sign(Map<String, Object> claims);

    /** The claims; empty when they were not signed here, or changed since. */
    Optional<Map<String, Object>> open(String signed);
}
