package health.strand.consent;

import static health.strand.consent.Consents.BERLIN;
import static health.strand.consent.Consents.RESOURCE_TYPES;
import static health.strand.consent.Consents.actor;
import static health.strand.consent.Consents.confidentiality;
import static health.strand.consent.Consents.data;
import static health.strand.consent.Consents.deny;
import static health.strand.consent.Consents.period;
import static health.strand.consent.Consents.permit;
import static health.strand.consent.Consents.purpose;
import static health.strand.consent.Consents.sensitivity;
import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.ConsentDirective;
import health.strand.access.DataCriterion;
import health.strand.access.Provision;
import health.strand.access.Readability;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentDataMeaning;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Laws of reading, on random consents. */
class ReadingLawsTest {

    private static final int CONSENTS = 2_000;

    private final ConsentReader reader = new ConsentReader(BERLIN, Set.of(), KnownRecord.EMPTY);

    @RepeatedTest(3)
    void doesNotHangOnTheOrderOfSiblings() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int readable = 0;
        for (int count = 0; count < CONSENTS; count++) {
            Consent consent = random(random);
            ConsentDirective before = reader.read(consent).orElseThrow();
            shuffle(consent.getProvision(), random);
            ConsentDirective after = reader.read(consent).orElseThrow();

            String law = "seed " + seed + ", consent " + count;
            assertThat(after.readability()).as(law).isEqualTo(before.readability());
            assertThat(sorted(after.root())).as(law).isEqualTo(sorted(before.root()));
            assertThat(after.criteria()).as(law).isEqualTo(before.criteria());
            assertThat(after.actorReferences()).as(law).isEqualTo(before.actorReferences());
            assertThat(after.boundaries()).as(law).isEqualTo(before.boundaries());
            readable += before.readability() == Readability.READABLE ? 1 : 0;
        }
        assertThat(readable).as("consents of either sort, seed " + seed).isBetween(CONSENTS / 10, CONSENTS * 9 / 10);
    }

    @Test
    void readsTheSameTwiceAndChangesNothing() {
        Random random = new Random(7);
        for (int count = 0; count < 200; count++) {
            Consent consent = random(random);
            Consent copy = consent.copy();

            assertThat(reader.read(consent)).isEqualTo(reader.read(copy));
            assertThat(consent.equalsDeep(copy)).isTrue();
        }
    }

    private static Consent random(Random random) {
        Consent consent = random.nextBoolean() ? permit() : deny();
        fill(consent.getProvision(), 1, random);
        return consent;
    }

    private static void fill(ProvisionComponent provision, int depth, Random random) {
        for (int count = random.nextInt(3); count > 0; count--) {
            say(provision, random);
        }
        for (int count = depth > 4 ? 0 : random.nextInt(4); count > 0; count--) {
            ConsentProvisionType type = random.nextBoolean() ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY;
            fill(provision.addProvision().setType(type), depth + 1, random);
        }
    }

    private static void say(ProvisionComponent provision, Random random) {
        switch (random.nextInt(9)) {
            case 0 -> actor(provision, "Practitioner/" + one(random, "sora", "tom", "nobody"));
            case 1 -> provision.addPurpose(purpose(one(random, "TREAT", "HRESCH", "HMARKT")));
            case 2 -> provision.addSecurityLabel(confidentiality(one(random, "N", "R", "V")));
            case 3 -> provision.addSecurityLabel(sensitivity(one(random, "GDIS", "PSY", "SEX")));
            case 4 -> provision.addClass_(new Coding(RESOURCE_TYPES, one(random, "Media", "Observation"), null));
            case 5 -> provision.setDataPeriod(period(one(random, "2023", "2024"), one(random, "2024", "2025")));
            case 6 ->
                data(
                        provision,
                        random.nextBoolean() ? ConsentDataMeaning.INSTANCE : ConsentDataMeaning.RELATED,
                        one(random, "Media/m1", "Encounter/e1"));
            case 7 -> provision.setPeriod(period(one(random, "2024", "2026-03-29"), null));
            default -> provision.addPurpose(purpose(one(random, "TREAT", "TREAT", "TREAT", "FUN")));
        }
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static void shuffle(ProvisionComponent provision, Random random) {
        List.of(
                        provision.getActor(),
                        provision.getPurpose(),
                        provision.getSecurityLabel(),
                        provision.getClass_(),
                        provision.getData(),
                        provision.getProvision())
                .forEach(siblings -> Collections.shuffle(siblings, random));
        provision.getProvision().forEach(nested -> shuffle(nested, random));
    }

    /** A provision as a text in which siblings stand in the order of the alphabet. */
    private static String sorted(Provision provision) {
        return String.join(
                " ",
                provision.type().name(),
                String.valueOf(provision.period()),
                provision.actors().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList()
                        .toString(),
                provision.purposes().stream().sorted().toList().toString(),
                provision.confidentialities().stream().sorted().toList().toString(),
                provision.sensitivities().stream().sorted().toList().toString(),
                provision.classes().stream()
                        .map(DataCriterion::key)
                        .sorted()
                        .toList()
                        .toString(),
                String.valueOf(provision.dataPeriod()),
                provision.data().stream()
                        .map(DataCriterion::key)
                        .sorted()
                        .toList()
                        .toString(),
                provision.provisions().stream()
                        .map(ReadingLawsTest::sorted)
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}")));
    }
}
