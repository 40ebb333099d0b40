package health.strand.progression;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** A trend as the answer of an operation; the panels it was read from stand at the end of it. */
public final class TrendParameters {

    private static final Map<String, String> SOURCES = Map.of(
            "patient-notices", "more than 15 % of density is lost before a patient notices (Rushton 1991)",
            "doctor-sees", "100 dermatologists saw a change of 22.7 % or 43 hairs/cm2 reliably (Buontempo)");

    private TrendParameters() {}

    /** @param panels those it was read from, and may be others, all of which its reader may see */
    public static Parameters of(Trend trend, List<Observation> panels) {
        Parameters answer = new Parameters();
        answer.addParameter("zone", new CodeType(trend.zone()));
        answer.addParameter("metric", new CodeType(trend.metric()));
        trend.points().stream().findFirst().ifPresent(first -> answer.addParameter("unit", new CodeType(first.unit())));
        trend.points().forEach(each -> point(answer.addParameter().setName("point"), each));
        trend.changes().forEach(each -> change(answer.addParameter().setName("change"), each));
        line(answer, "patient-notices", Trend.PATIENT_NOTICES);
        line(answer, "doctor-sees", Trend.DOCTOR_SEES);
        trend.points()
                .forEach(point -> panels.stream()
                        .filter(each -> PanelReader.reference(each).equals(point.panel()))
                        .forEach(each -> answer.addParameter().setName("panel").setResource(each)));
        return answer;
    }

    private static void point(ParametersParameterComponent point, Measurement one) {
        point.addPart().setName("panel").setValue(new Reference(one.panel()));
        point.addPart().setName("time").setValue(instant(one));
        number(point, "value", one.value());
        one.low().ifPresent(low -> number(point, "low", low));
        one.high().ifPresent(high -> number(point, "high", high));
        one.uncertainty().ifPresent(known -> {
            number(point, "variation", BigDecimal.valueOf(known.percent()));
            point.addPart().setName("variation-source").setValue(new CodeType(known.source()));
        });
        point.addPart().setName("method").setValue(new CodeType(one.method()));
        point.addPart().setName("key").setValue(new StringType(one.key()));
        point.addPart().setName("pictures").setValue(new IntegerType(one.pictures()));
    }

    private static void change(ParametersParameterComponent change, Change one) {
        change.addPart().setName("key").setValue(new StringType(one.first().key()));
        change.addPart().setName("first").setValue(instant(one.first()));
        change.addPart().setName("last").setValue(instant(one.last()));
        number(change, "difference", Decimals.rounded(one.difference()));
        number(change, "percent", Decimals.rounded(one.percent()));
        one.detectablePercent().ifPresent(least -> number(change, "detectable-percent", Decimals.rounded(least)));
    }

    private static void line(Parameters answer, String name, double percent) {
        ParametersParameterComponent line = answer.addParameter().setName("reference-line");
        line.addPart().setName("name").setValue(new CodeType(name));
        number(line, "percent", BigDecimal.valueOf(percent));
        line.addPart().setName("source").setValue(new StringType(SOURCES.get(name)));
    }

    private static void number(ParametersParameterComponent parameter, String name, BigDecimal value) {
        parameter.addPart().setName(name).setValue(new DecimalType(value));
    }

    private static InstantType instant(Measurement one) {
        InstantType instant = new InstantType(Date.from(one.at()), TemporalPrecisionEnum.SECOND, TimeZone.getDefault());
        instant.setTimeZoneZulu(true);
        return instant;
    }
}
