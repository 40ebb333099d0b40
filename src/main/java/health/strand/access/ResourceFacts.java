package health.strand.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that decisions look at in one resource.
 *
 * @param reference such as {@code Media/x}
 * @param sensitivities codes of v3-ActCode, with the codes above them
 * @param profiles URLs of the profiles it claims, with those they derive from
 * @param codes as {@code system|code}, with the codes above them where these are known
 * @param contentIds references of whatever carries the same content: a Binary it points to, what it is a copy of, or
 *     what points to it
 * @param clinicalTime when it happened: effective, performed, started, created
 * @param recordedTime when it was written down: issued, date, authored
 * @param created when version 1 was stored
 * @param refersTo references in it
 * @param authors references of whoever authored, performed, recorded, asserted or told it, as of version 1
 */
public record ResourceFacts(
        String reference,
        Set<PatientId> patients,
        DataClass dataClass,
        Confidentiality confidentiality,
        Set<String> sensitivities,
        Set<String> performers,
        @Nullable Instant withheldFromPatientUntil,
        Set<String> profiles,
        Set<String> codes,
        Set<String> contentIds,
        @Nullable Span clinicalTime,
        @Nullable Instant recordedTime,
        Instant created,
        Set<String> refersTo,
        Set<String> authors)
        implements Matter {

    public ResourceFacts {
        patients = Set.copyOf(patients);
        sensitivities = Set.copyOf(sensitivities);
        performers = Set.copyOf(performers);
        profiles = Set.copyOf(profiles);
        codes = Set.copyOf(codes);
        contentIds = Set.copyOf(contentIds);
        refersTo = Set.copyOf(refersTo);
        authors = Set.copyOf(authors);
    }

    /** The type in the reference. */
    public String resourceType() {
        int slash = reference.indexOf('/');
        return slash < 0 ? reference : reference.substring(0, slash);
    }

    @Override
    public boolean meets(DataCriterion criterion) {
        return criterion.isMetBy(this);
    }

    /** Whether it is the resource of that reference, or carries the same content. */
    boolean isOrCarries(String other) {
        return reference.equals(other) || contentIds.contains(other);
    }

    /** When it happened, as well as is known. */
    Span bestKnownTime() {
        if (clinicalTime != null) {
            return clinicalTime;
        }
        return Span.at(recordedTime == null ? created : recordedTime);
    }
}
