package health.strand.progression;

import static health.strand.progression.Panels.panel;
import static health.strand.progression.Panels.retest;
import static health.strand.progression.Panels.varying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class RepeatabilityTest {

    private static final RetestQuestion DENSITY = new RetestQuestion("Device/ts", "phototrichogram-2d", "hair-density");

    private final List<Observation> panels = new ArrayList<>();

    private void measured(String patient, String time, double density) {
        panels.add(retest("p" + panels.size(), patient, time, density));
    }

    private void pair(String patient, double first, double second) {
        measured(patient, "2026-03-02T09:00:00Z", first);
        measured(patient, "2026-03-02T09:20:00Z", second);
    }

    private Repeatability found() {
        return Repeatability.of(panels, "hair-density");
    }

    private static Device device() {
        Device device = new Device();
        device.setId("Device/ts/_history/3");
        return device;
    }

    /** Two pairs for each of five patients, each of which differs by 10 of 200. */
    private void tenPairs() {
        for (int patient = 0; patient < 5; patient++) {
            pair("p" + patient, 195, 205);
            measured("p" + patient, "2026-04-02T09:00:00Z", 195);
            measured("p" + patient, "2026-04-02T20:00:00Z", 205);
        }
    }

    /** Root of half the mean square: of 6 and 8 it is 5, and of 6 % and 4 % it is 3.6 %. */
    @Test
    void isTheRootOfHalfTheMeanSquaredDifference() {
        pair("ana", 97, 103);
        pair("ben", 196, 204);

        assertThat(found().pairs()).isEqualTo(2);
        assertThat(found().patients()).isEqualTo(2);
        assertThat(found().deviation()).isCloseTo(5, within(1e-9));
        assertThat(found().percent()).isCloseTo(Math.sqrt((36 + 16) / 4.0), within(1e-9));
        assertThat(found().unit()).isEqualTo("/cm2");
    }

    /** Of 98, 100 and 102 the sum of squares is 8, over two degrees of freedom. */
    @Test
    void countsThreeOfADayAsTwoPairs() {
        measured("ana", "2026-03-02T09:00:00Z", 98);
        measured("ana", "2026-03-02T09:10:00Z", 102);
        measured("ana", "2026-03-02T09:20:00Z", 100);

        assertThat(found().pairs()).isEqualTo(2);
        assertThat(found().deviation()).isCloseTo(2, within(1e-9));
    }

    @Test
    void comparesNothingThatScalpOrDeviceMayHaveChanged() {
        measured("ana", "2026-03-02T09:00:00Z", 100);
        measured("ana", "2026-03-03T09:00:00Z", 120);
        measured("ben", "2026-03-02T09:05:00Z", 140);
        Observation otherZone = panel("z", "2026-03-02", "frontal/phototrichogram-2d/TS", 160);
        panels.add(otherZone.setSubject(new Reference("Patient/ana")));

        assertThat(found().pairs()).isZero();
        assertThat(found().percent()).isZero();
        assertThat(found().isEnough()).isFalse();
    }

    @Test
    void saysWhatIsStillNeeded() {
        for (int pair = 0; pair < 9; pair++) {
            pair("p" + pair % 3, 195 + pair, 205 - pair);
        }
        Parameters answer = DENSITY.answer(panels.subList(0, 8), Optional.of(device()));

        assertThat(found().patientsNeeded()).isEqualTo(2);
        assertThat(answer.getParameter("low")).isNull();
        assertThat(answer.getParameter("device")).isNull();
        assertThat(answer.getParameter("variation")).isNotNull();
    }

    /** Chi square of ten degrees of freedom is 3.247 at 2.5 % and 20.483 at 97.5 %. */
    @Test
    void saysHowSureItIs() {
        tenPairs();

        assertThat(found().isEnough()).isTrue();
        assertThat(found().percent()).isCloseTo(3.5355, within(1e-3));
        assertThat(found().lowPercent()).isCloseTo(3.5355 * Math.sqrt(10 / 20.483), within(0.01));
        assertThat(found().highPercent()).isCloseTo(3.5355 * Math.sqrt(10 / 3.247), within(0.05));
    }

    @Test
    void isOfOneDeviceAndMethod() {
        tenPairs();
        Parameters other = new RetestQuestion("Device/other", "phototrichogram-2d", "hair-density")
                .answer(panels, Optional.empty());
        assertThat(other.getParameter("pairs").getValue().primitiveValue()).isEqualTo("0");
        assertThat(new RetestQuestion("Device/ts", "manual-count", "hair-density")
                        .answer(panels, Optional.empty())
                        .getParameter("pairs")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("0");
    }

    @Test
    void takesThePlaceOfAnAssumedErrorOnceItStandsInTheDevice() {
        tenPairs();
        Device known = (Device) DENSITY.answer(panels, Optional.of(device()))
                .getParameter("device")
                .getResource();
        known = (Device) DENSITY.answer(panels, Optional.of(known))
                .getParameter("device")
                .getResource();
        assertThat(known.getExtension()).as("one figure, however often").hasSize(1);
        ClinicFigures figures = new ClinicFigures(List.of(known));
        Observation panel = panels.get(0);

        assertThat(Uncertainty.of(panel, "hair-density", figures)).contains(new Uncertainty(3.5, "test-retest"));
        assertThat(Uncertainty.of(panel, "hair-count", figures)).contains(new Uncertainty(5, "assumed"));
        assertThat(Uncertainty.of(varying(panel.copy(), 5, "assumed"), "hair-density", figures))
                .contains(new Uncertainty(3.5, "test-retest"));
        assertThat(Uncertainty.of(varying(panel.copy(), 2.6, "vendor"), "hair-density", figures))
                .contains(new Uncertainty(2.6, "vendor"));
        assertThat(Uncertainty.of(panel, "hair-density", new ClinicFigures(List.of())))
                .contains(new Uncertainty(5, "assumed"));
    }

    @Test
    void isNotTakenFromTooFew() {
        tenPairs();
        for (String part : List.of("pairs", "patients")) {
            Device device = (Device) DENSITY.answer(panels, Optional.of(device()))
                    .getParameter("device")
                    .getResource();
            device.getExtension().get(0).getExtensionByUrl(part).setValue(new PositiveIntType(4));
            assertThat(Uncertainty.of(panels.get(0), "hair-density", new ClinicFigures(List.of(device))))
                    .as(part)
                    .contains(new Uncertainty(5, "assumed"));
        }
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        assertThat(DENSITY.fault()).isEmpty();
        assertThat(new RetestQuestion("Patient/x", "m", "hair-density").fault()).isPresent();
        assertThat(new RetestQuestion("Device/x", "", "hair-density").fault()).isPresent();
        assertThat(new RetestQuestion("Device/x", "m", "telogen-percent").fault())
                .isPresent();
    }
}
