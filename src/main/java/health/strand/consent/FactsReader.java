package health.strand.consent;

import health.strand.access.Confidentiality;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.ResourceFacts;
import health.strand.profiles.CodeSystems;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Reads from a resource, as it was labelled when it was stored, all that decisions look at (consent paper, 3.1). */
public final class FactsReader {

    /** Where a resource says what it is, by name of the element. */
    private static final Set<String> CODES = Set.of(
            "code", "category", "type", "medication", "vaccineCode", "event", "component.code", "condition.code");

    /** Where R4 names who made a resource or said what it says; some types have a word of their own for it. */
    private static final Set<String> AUTHORS = Set.of(
            "author",
            "performer",
            "recorder",
            "asserter",
            "informant",
            "agent",
            "informationSource",
            "operator",
            "requester",
            "sender",
            "series.performer");

    private static final Set<String> PERFORMERS = Set.of(
            "performer",
            "author",
            "operator",
            "owner",
            "resultsInterpreter",
            "collection.collector",
            "series.performer");

    private final FactTimes times;
    private final Withholding withholding;
    private final FactContents contents;
    private final FactProfiles profiles;
    private final Surroundings surroundings;

    /**
     * @param zone the clinic's zone, in which dates without a time begin and end
     * @param address this server's own address, with which a resource may write what it points to; blank for none
     */
    public FactsReader(ZoneId zone, String address, Surroundings surroundings) {
        this.times = new FactTimes(new ClinicTime(zone));
        this.withholding = new Withholding(zone);
        this.contents = new FactContents(address, surroundings);
        this.profiles = new FactProfiles(surroundings);
        this.surroundings = surroundings;
    }

    /**
     * The facts of a stored resource.
     *
     * @param created when its first version was stored
     */
    public ResourceFacts read(Resource resource, Set<PatientId> patients, DataClass dataClass, Instant created) {
        String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        Elements elements = Elements.of(resource);
        List<Coding> labels = resource.getMeta().getSecurity();
        return new ResourceFacts(
                reference,
                patients,
                dataClass,
                confidentiality(labels),
                labels.stream()
                        .flatMap(label -> Sensitivities.borneWith(label).stream())
                        .collect(Collectors.toSet()),
                references(elements.within(PERFORMERS, Reference.class)),
                withholding.until(resource),
                profiles.of(resource, elements),
                codes(elements),
                contents.of(resource, reference, elements),
                times.happened(elements),
                times.writtenDown(elements),
                created,
                references(elements.all(Reference.class)),
                authors(reference, elements));
    }

    /** The highest that is there; without one, and with one nobody knows, it is as confidential as can be. */
    private static Confidentiality confidentiality(List<Coding> labels) {
        return labels.stream()
                .filter(label -> CodeSystems.CONFIDENTIALITY.equals(label.getSystem()))
                .map(label -> NamedLabels.confidentiality(label).orElse(Confidentiality.VERY_RESTRICTED))
                .max(Confidentiality::compareTo)
                .orElse(Confidentiality.VERY_RESTRICTED);
    }

    private Set<String> codes(Elements elements) {
        Set<String> codes = new HashSet<>();
        CODES.stream()
                .flatMap(path ->
                        Stream.concat(elements.at(path, Coding.class), elements.at(path + ".coding", Coding.class)))
                .filter(Coding::hasCode)
                .map(Codes::text)
                .forEach(codes::add);
        Set.copyOf(codes).forEach(code -> codes.addAll(surroundings.above(code)));
        return codes;
    }

    private Set<String> authors(String reference, Elements elements) {
        Set<String> authors = new HashSet<>(references(elements.within(AUTHORS, Reference.class)));
        authors.addAll(surroundings.authorsOf(reference));
        return authors;
    }

    private static Set<String> references(Stream<Reference> references) {
        return references
                .flatMap(each ->
                        Stream.concat(ReferenceText.of(each).stream(), ReferenceText.identifiers(each).stream()))
                .collect(Collectors.toSet());
    }
}
