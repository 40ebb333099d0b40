package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.Permission;
import health.strand.access.Scope;
import health.strand.access.ScopeContext;
import health.strand.access.SearchRestriction;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeParserTest {

    private final ScopeParser parser = new ScopeParser();

    @ParameterizedTest
    @CsvSource({
        "patient/Observation.rs, patient/Observation.rs",
        "user/*.cruds, user/*.cruds",
        "system/Patient.c, system/Patient.c",
        "user/Media.us, user/Media.us",
        "patient/*.read, patient/*.rs",
        "user/Patient.write, user/Patient.cud",
        "user/*.*, user/*.cruds",
        "system/Observation.*, system/Observation.cruds",
        "patient/Observation.rs?category=http://x.org/c|lab, patient/Observation.rs?category=http://x.org/c|lab",
        "patient/Observation.r?a=1&b=2, patient/Observation.r?a=1&b=2",
        "patient/Observation.r?code=a%20b%26c%3dd, patient/Observation.r?code=a%20b%26c%3Dd",
        "patient/Observation.r?_security=R&_tag=x, patient/Observation.r?_security=R&_tag=x",
        "patient/Observation.r?code:in=http://x.org/v, patient/Observation.r?code:in=http://x.org/v",
        "patient/Observation.r?subject.name=x, patient/Observation.r?subject.name=x",
        "patient/Observation.r?code=a=b, patient/Observation.r?code=a%3Db",
    })
    void reads(String text, String canonical) {
        ParsedScopes parsed = parser.parse(text);

        assertThat(parsed.scopes()).hasToString(canonical);
        assertThat(parsed.refused()).isEmpty();
        assertThat(parser.parse(canonical).scopes()).isEqualTo(parsed.scopes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient/Observation",
                "patient/Observation.",
                "patient/.rs",
                "patient/Observation.sr",
                "patient/Observation.rr",
                "patient/Observation.rsx",
                "patient/Observation.RS",
                "patient/Observation.reads",
                "patient/observation.rs",
                "patient/Observation.rs.rs",
                "patient/Obs*.rs",
                "patient/**.rs",
                "patient//Observation.rs",
                "patient/Observation.rs?",
                "patient/Observation.rs?category",
                "patient/Observation.rs?category=",
                "patient/Observation.rs?category=%20",
                "patient/Observation.rs?=lab",
                "patient/Observation.rs?category=lab&",
                "patient/Observation.rs?&category=lab",
                "patient/Observation.rs?category=%",
                "patient/Observation.rs?category=%2",
                "patient/Observation.rs?category=%zz",
                "patient/Observation.rs?category=%ff",
                "patient/Observation.rs?category=%c0%af",
                "patient/Observation.rs?category=ä",
                "patient/Observation.rs?_count=5",
                "patient/Observation.rs?_include=Observation:subject",
                "patient/Observation.rs?_has:Group:member:_id=1",
                "patient/Observation.rs?_sort=date",
                "patient/Observation.read?category=lab",
                "patient/Observation.*?category=lab",
                "system/Observation.rs?cat egory",
                "user/",
                "user/Observation.rs\t"
            })
    void grantsNothingForWhatItDoesNotUnderstand(String text) {
        ParsedScopes parsed = parser.parse(text);

        assertThat(parsed.scopes().all()).isEmpty();
        assertThat(parsed.refused()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "openid",
                "fhirUser launch/patient offline_access",
                "Patient/Observation.rs",
                "patients/Observation.rs",
                "xuser/Observation.rs"
            })
    void passesOverOtherScopes(String text) {
        assertThat(parser.parse(text))
                .isEqualTo(new ParsedScopes(parser.parse("").scopes(), List.of()));
    }

    @Test
    void readsEachScopeByItself() {
        ParsedScopes parsed =
                parser.parse("openid patient/Observation.rs  user/Bad user/Media.r patient/Observation.rs");

        assertThat(parsed.scopes().all())
                .containsExactly(
                        Scope.of(ScopeContext.PATIENT, "Observation", Permission.READ, Permission.SEARCH),
                        Scope.of(ScopeContext.USER, "Media", Permission.READ));
        assertThat(parsed.refused()).containsExactly("user/Bad");
    }

    @Test
    void decodesRestrictions() {
        assertThat(parser.parse("user/Observation.s?category=a%7Cb&code=c%2Bd+e")
                        .scopes()
                        .all())
                .containsExactly(new Scope(
                        ScopeContext.USER,
                        "Observation",
                        Set.of(Permission.SEARCH),
                        List.of(new SearchRestriction("category", "a|b"), new SearchRestriction("code", "c+d+e"))));
    }

    @Test
    void grantsNothingBeyondItsLimits() {
        String scope = "user/Media.r ";

        assertThat(parser.parse(scope.repeat(ScopeParser.MAX_SCOPES)).refused())
                .containsExactly("more than 2000 scopes");
        assertThat(parser.parse(scope.repeat(ScopeParser.MAX_SCOPES - 1))
                        .scopes()
                        .all())
                .hasSize(1);
        assertThat(parser.parse("user/Media.r " + "x".repeat(ScopeParser.MAX_LENGTH))
                        .scopes()
                        .all())
                .isEmpty();
        assertThat(parser.parse("user/Media.r?" + "a=b&".repeat(20) + "a=b")
                        .scopes()
                        .all())
                .isEmpty();
    }
}
