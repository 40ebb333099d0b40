package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The requester who is a reader, with an app that asks for all it can. */
class ReaderTest {

    private static final PatientId ANA = Readers.ANA;
    private static final PatientId BEN = Readers.BEN;

    @Test
    void asksForTheRecordsItOwnsOrRepresents() {
        Requester ana = Readers.ana().through("app", true);
        assertThat(ana.kind()).isEqualTo(RequesterKind.PATIENT);
        assertThat(ana.person()).isEqualTo("Patient/ana");
        assertThat(ana.clientId()).isEqualTo("app");
        assertThat(ana.ownRecords()).containsExactly(ANA);
        assertThat(ana.emergencies()).isEmpty();
        Requester pat = Readers.pat().through("app", false);
        assertThat(pat.kind()).isEqualTo(RequesterKind.REPRESENTATIVE);
        assertThat(pat.ownRecords()).containsExactly(ANA);
        assertThat(pat.strong()).isFalse();
    }

    @Test
    void asksForTheRecordsItHasOpenInAnEmergency() {
        Reader ito = Readers.with(
                Readers.asking(Readers.ito(), PurposeOfUse.BTG),
                Map.of(ANA, Relation.EMERGENCY, BEN, Relation.TREATING));
        Requester requester = ito.through("app", true);
        assertThat(requester.emergencies()).containsExactly(ANA);
        assertThat(requester.ownRecords()).isEmpty();
        assertThat(requester.strong()).isTrue();
        assertThat(requester.actingRoles()).isEqualTo(Set.of(ClinicRole.DERMATOLOGIST));
    }

    @Test
    void asksByTheScopesOfItsKind() {
        Demand read = new Demand("Observation", Permission.READ);
        AccessPolicy policy = new AccessPolicy();
        assertThat(policy.decide(Readers.sora().through("app", true), List.of(read))
                        .permits())
                .isTrue();
        assertThat(policy.decide(Readers.loader().through("loader", true), List.of(read))
                        .permits())
                .isTrue();
        assertThat(Readers.sora().through("app", true).scopes().toString()).isEqualTo("user/*.rs");
        assertThat(Readers.loader().through("loader", true).scopes().toString()).isEqualTo("system/*.rs");
    }
}
