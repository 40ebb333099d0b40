package health.strand.demo;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;

/**
 * An invented clinic. The same seed, size and day give the same records and pictures, byte for byte; a patient does
 * not depend on how many others there are. The named patients are always among the first.
 *
 * @param seed chooses the clinic
 * @param patients how many; at least the three named ones
 * @param today the day up to which the clinic has lived
 */
public record SyntheticClinic(long seed, int patients, LocalDate today) {

    public SyntheticClinic {
        if (patients < NamedPatients.COUNT) {
            throw new IllegalArgumentException("the named patients alone are " + NamedPatients.COUNT);
        }
    }

    /** The first transaction: everything that is there before a patient comes. */
    public Bundle registry() {
        return RegistryBundle.of(seed, today);
    }

    /** Writes one patient's transaction; numbers run from 0 and may be asked for in any order and by any thread. */
    public PatientTransaction patient(int number, Registry registry) {
        return PatientChart.write(seed, new Population(seed, today).patient(number), today, registry);
    }

    /** All patients, each written when the stream comes to it. */
    public Stream<PatientTransaction> patients(Registry registry) {
        return IntStream.range(0, patients).mapToObj(number -> patient(number, registry));
    }
}
