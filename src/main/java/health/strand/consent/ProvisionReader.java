package health.strand.consent;

import health.strand.access.Effect;
import health.strand.access.Provision;
import health.strand.access.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/** Reads one provision and those nested in it. What is absent stays absent: inheriting is the decision's work. */
final class ProvisionReader {

    private final ClinicTime time;
    private final ActorReader actors;
    private final DataReader data;

    ProvisionReader(ClinicTime time, References record) {
        this.time = time;
        this.actors = new ActorReader(record);
        this.data = new DataReader(record);
    }

    /** The period of a provision; null where it has none. One that is over before it begins is a problem. */
    @Nullable
    Span period(ProvisionComponent provision, Place place) {
        return provision.getPeriod().isEmpty() ? null : sound(provision.getPeriod(), place.at("period"));
    }

    /** A provision with this type and period, and with everything else as it stands there. */
    Provision read(ProvisionComponent provision, Effect type, @Nullable Span period, Place place) {
        NamedLabels labels = NamedLabels.of(provision.getSecurityLabel(), place);
        Period dataPeriod = provision.getDataPeriod();
        return new Provision(
                type,
                period,
                actors.read(provision.getActor(), place),
                CodeReader.purposes(provision.getPurpose(), place),
                CodeReader.actions(provision.getAction(), place),
                labels.confidentialities(),
                labels.sensitivities(),
                CodeReader.classes(provision.getClass_(), type, place),
                CodeReader.codes(provision.getCode(), denies(provision, type), place),
                dataPeriod.isEmpty() ? null : sound(dataPeriod, place.at("dataPeriod")),
                data.read(provision.getData(), place),
                nested(provision.getProvision(), place));
    }

    private List<Provision> nested(List<ProvisionComponent> provisions, Place place) {
        return IntStream.range(0, provisions.size())
                .mapToObj(index -> nested(provisions.get(index), place.at("provision", index)))
                .toList();
    }

    private Provision nested(ProvisionComponent provision, Place place) {
        Optional<Effect> type = Direction.of(provision.getType());
        if (type.isEmpty()) {
            place.at("type").refuse(ConsentRule.SHAPE, "a nested provision permits or denies");
        }
        return read(provision, type.orElse(Effect.DENY), period(provision, place), place);
    }

    /** Whether it denies, or something in it that may have its conditions from it. */
    private static boolean denies(ProvisionComponent provision, Effect type) {
        return type == Effect.DENY
                || provision.getProvision().stream()
                        .anyMatch(nested ->
                                denies(nested, Direction.of(nested.getType()).orElse(Effect.DENY)));
    }

    private @Nullable Span sound(Period period, Place place) {
        Optional<Span> span = time.of(period).filter(found -> !isMoment(found));
        if (span.isEmpty()) {
            place.refuse(ConsentRule.PERIOD, "a period begins before it ends");
        }
        return span.orElse(null);
    }

    private static boolean isMoment(Span span) {
        return span.start() != null && span.start().equals(span.end());
    }
}
