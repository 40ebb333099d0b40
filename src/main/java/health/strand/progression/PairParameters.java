package health.strand.progression;

import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** A pair of pictures as the answer of an operation. */
final class PairParameters {

    private PairParameters() {}

    /** What is said when there is one, and when there are no two pictures. */
    static Parameters of(Optional<PicturePair> found) {
        Parameters answer = new Parameters();
        answer.addParameter(
                "comparable",
                new BooleanType(found.filter(PicturePair::isComparable).isPresent()));
        found.ifPresent(pair -> {
            answer.addParameter("days", new IntegerType((int) pair.apart().toDays()));
            pair.differences().forEach(each -> difference(answer.addParameter().setName("difference"), each));
            answer.addParameter().setName("before").setResource(pair.before().media());
            answer.addParameter().setName("after").setResource(pair.after().media());
        });
        return answer;
    }

    private static void difference(ParametersParameterComponent parameter, PicturePair.Difference one) {
        parameter.addPart().setName("what").setValue(new CodeType(one.what()));
        said(parameter, "before", one.before());
        said(parameter, "after", one.after());
    }

    private static void said(ParametersParameterComponent parameter, String name, @Nullable String value) {
        if (value != null) {
            parameter.addPart().setName(name).setValue(new StringType(value));
        }
    }
}
