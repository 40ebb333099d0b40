package health.strand.consent;

import health.strand.access.AuthorCriterion;
import health.strand.access.DataCriterion;
import health.strand.access.DependentsCriterion;
import health.strand.access.InstanceCriterion;
import health.strand.access.RelatedCriterion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.provisionDataComponent;

/** The single items a provision names, and what hangs on them. */
final class DataReader {

    private final References record;

    DataReader(References record) {
        this.record = record;
    }

    List<DataCriterion> read(List<provisionDataComponent> data, Place place) {
        return Stream.iterate(0, index -> index < data.size(), index -> index + 1)
                .flatMap(index -> criteria(data.get(index), place.at("data", index)))
                .distinct()
                .toList();
    }

    private Stream<DataCriterion> criteria(provisionDataComponent data, Place place) {
        Optional<String> reference = ReferenceText.of(data.getReference());
        ConsentDataMeaning meaning = data.getMeaning();
        if (meaning == null || meaning == ConsentDataMeaning.NULL) {
            place.at("meaning").refuse(ConsentRule.CODE, "this meaning is not known here");
            return Stream.empty();
        }
        if (reference.isEmpty()) {
            place.at("reference").refuse(ConsentRule.SHAPE, "data is named by a literal reference");
            return Stream.empty();
        }
        return Stream.of(criterion(meaning, reference.get()));
    }

    private DataCriterion criterion(ConsentDataMeaning meaning, String reference) {
        return switch (meaning) {
            case AUTHOREDBY -> new AuthorCriterion(reference);
            case INSTANCE -> new InstanceCriterion(reference);
            // R4 and IHE PCF call opposite directions by the same name; for some targets both are meant (C2)
            case DEPENDENTS ->
                RelatedCriterion.goesBothWays(reference) ? related(reference) : new DependentsCriterion(reference);
            default -> related(reference);
        };
    }

    private DataCriterion related(String reference) {
        return new RelatedCriterion(reference, record.refersTo(reference));
    }
}
