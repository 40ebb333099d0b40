package health.strand.access;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The facts of a resource while some of them are changed. */
final class FactsDraft {

    String reference;
    Set<PatientId> patients;
    DataClass dataClass;
    Confidentiality confidentiality;
    Set<String> sensitivities;
    Set<String> performers;

    @Nullable
    Instant withheldFromPatientUntil;

    Set<String> profiles;
    Set<String> codes;
    Set<String> contentIds;

    @Nullable
    Span clinicalTime;

    @Nullable
    Instant recordedTime;

    Instant created;
    Set<String> refersTo;
    Set<String> authors;

    private FactsDraft(ResourceFacts from) {
        reference = from.reference();
        patients = from.patients();
        dataClass = from.dataClass();
        confidentiality = from.confidentiality();
        sensitivities = from.sensitivities();
        performers = from.performers();
        withheldFromPatientUntil = from.withheldFromPatientUntil();
        profiles = from.profiles();
        codes = from.codes();
        contentIds = from.contentIds();
        clinicalTime = from.clinicalTime();
        recordedTime = from.recordedTime();
        created = from.created();
        refersTo = from.refersTo();
        authors = from.authors();
    }

    static ResourceFacts with(ResourceFacts facts, Consumer<FactsDraft> change) {
        FactsDraft draft = new FactsDraft(facts);
        change.accept(draft);
        return draft.facts();
    }

    private ResourceFacts facts() {
        return new ResourceFacts(
                reference,
                patients,
                dataClass,
                confidentiality,
                sensitivities,
                performers,
                withheldFromPatientUntil,
                profiles,
                codes,
                contentIds,
                clinicalTime,
                recordedTime,
                created,
                refersTo,
                authors);
    }
}
