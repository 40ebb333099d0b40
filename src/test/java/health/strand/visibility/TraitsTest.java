package health.strand.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.Confidentiality;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TraitsTest {

    private static Traits traits(Confidentiality confidentiality, String... sensitivities) {
        return new Traits(
                confidentiality,
                new TreeSet<>(List.of(sensitivities)),
                new TreeSet<>(List.of("Organization/lab")),
                Instant.parse("2026-01-01T00:00:00Z"),
                new TreeSet<>(List.of("a", "b")));
    }

    @Test
    void readsBackWhatItWrites() {
        Traits all = traits(Confidentiality.RESTRICTED, "GDIS", "PSY");

        assertThat(Traits.parse(all.text())).isEqualTo(all);
        assertThat(all.text()).isEqualTo("R;GDIS PSY;Organization/lab;2026-01-01T00:00:00Z;a b");
    }

    @Test
    void countsWhatItCannotReadAsMostConfidential() {
        assertThat(Traits.parse("").confidentiality()).isEqualTo(Confidentiality.VERY_RESTRICTED);
        assertThat(Traits.parse("Q;;;;").confidentiality()).isEqualTo(Confidentiality.VERY_RESTRICTED);
    }

    @Test
    void keepsOfTwoVersionsWhatGuardsMore() {
        Traits both = traits(Confidentiality.NORMAL, "PSY").and(traits(Confidentiality.RESTRICTED, "GDIS"));

        assertThat(both.confidentiality()).isEqualTo(Confidentiality.RESTRICTED);
        assertThat(both.sensitivities()).containsExactly("GDIS", "PSY");
        assertThat(traits(Confidentiality.RESTRICTED)
                        .and(traits(Confidentiality.NORMAL))
                        .confidentiality())
                .isEqualTo(Confidentiality.RESTRICTED);
    }
}
