package health.strand.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The parts of one parameter, as they are written; what is null is left out. */
final class PartList {

    private final ParametersParameterComponent parameter;

    PartList(ParametersParameterComponent parameter) {
        this.parameter = parameter;
    }

    PartList code(String name, @Nullable String code) {
        return add(name, code == null ? null : new CodeType(code));
    }

    PartList codes(String name, Collection<String> codes) {
        codes.stream().sorted().forEach(each -> code(name, each));
        return this;
    }

    PartList text(String name, @Nullable String text) {
        return add(name, text == null || text.isBlank() ? null : new StringType(text));
    }

    PartList number(String name, int number) {
        return add(name, new IntegerType(number));
    }

    PartList yes(String name, boolean yes) {
        return add(name, new BooleanType(yes));
    }

    PartList time(String name, @Nullable Instant time) {
        return add(
                name,
                time == null
                        ? null
                        : new InstantType(
                                Date.from(time),
                                ca.uhn.fhir.model.api.TemporalPrecisionEnum.MILLI,
                                Objects.requireNonNull(TimeZone.getTimeZone("UTC"))));
    }

    PartList day(String name, @Nullable LocalDate day) {
        return add(name, day == null ? null : new DateType(day.toString()));
    }

    /** Somebody whom the reader may know of; nobody else is referred to. */
    PartList reference(String name, @Nullable String reference, Map<String, Named> names) {
        Named named = reference == null ? null : names.get(reference);
        return named == null ? this : add(name, new Reference(reference).setDisplay(named.text()));
    }

    PartList references(String name, Collection<String> references) {
        references.forEach(each -> add(name, new Reference(each)));
        return this;
    }

    private PartList add(String name, @Nullable Type value) {
        if (value != null) {
            parameter.addPart().setName(name).setValue(value);
        }
        return this;
    }
}
