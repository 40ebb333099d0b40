package health.strand.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import health.strand.dicom.Tag;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query is understood whole or refused. */
class QueryTest {

    private static Query query(String name, String... values) throws Refused {
        return Query.of(Map.of(name, values));
    }

    private static void refuses(String name, String... values) {
        assertThatThrownBy(() -> query(name, values))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void findsAttributesByKeywordAndByTag() throws Refused {
        assertThat(query("StudyInstanceUID", "1.2").exactly(Tag.STUDY_INSTANCE)).contains("1.2");
        assertThat(query("0020000D", "1.2").exactly(Tag.STUDY_INSTANCE)).contains("1.2");
        assertThat(query("StudyInstanceUID", "1.2,1.3").exactly(Tag.STUDY_INSTANCE))
                .isEmpty();
        assertThat(query("PatientID", "a*").exactly(Tag.PATIENT_ID)).isEmpty();
    }

    @Test
    void limitsWhatIsGiven() throws Refused {
        assertThat(query("limit", "5").limit()).isEqualTo(5);
        assertThat(query("limit", "999999").limit()).isEqualTo(Query.MOST);
        assertThat(query("offset", "7").offset()).isEqualTo(7);
        assertThat(Query.of(Map.of()).limit()).isEqualTo(Query.MOST);
    }

    @Test
    void takesFieldsThatAreToBeIncluded() throws Refused {
        assertThat(query("includefield", "all", "StudyDescription,00081030").keys())
                .isEmpty();
        refuses("includefield", "nothing");
    }

    @Test
    void refusesWhatItWouldHaveToPassOver() {
        refuses("Nothing", "1");
        refuses("PatientAge", "030Y");
        refuses("fuzzymatching", "perhaps");
        refuses("limit", "-1");
        refuses("limit", "1", "2");
        refuses("PatientID", "1", "2");
        refuses("StudyDate", "today");
        refuses("StudyDate", "2024010120240102");
        assertThatThrownBy(() -> Query.of(Map.of("PatientID", new String[] {"1"}, "00100020", new String[] {"2"})))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "StudyDate, 20240624, 20240624, true",
        "StudyDate, 20240624, 20240625, false",
        "StudyDate, 20240601-20240630, 20240630, true",
        "StudyDate, 20240601-20240630, 20240701, false",
        "StudyDate, 20240601-, 20250101, true",
        "StudyDate, -20240601, 20240602, false",
        "StudyTime, 09, 093000, true",
        "StudyTime, 09, 100000, false",
        "StudyTime, 0900-0930, 093059, true",
        "StudyTime, 0900-0930, 093100, false",
        "PatientID, A1, A1, true",
        "PatientID, A1, a1, false",
        "PatientID, A*, A1, true",
        "PatientID, A?, A12, false",
        "PatientID, A.1, AB1, false",
        "PatientName, doe*, DOE^JANE, true",
        "PatientName, doe, DOE^JANE, false",
        "SeriesInstanceUID, '1.2,1.3', 1.3, true",
        "SeriesInstanceUID, 1.2\\1.3, 1.3, true",
        "SeriesInstanceUID, 1.2, 1.20, false",
        "InstanceNumber, 7, 7, true",
        "InstanceNumber, 7, 17, false"
    })
    void matchesAsTheStandardHasIt(String name, String asked, String value, boolean matches) throws Refused {
        Match match = query(name, asked).keys().values().iterator().next();
        assertThat(match.matches(value)).isEqualTo(matches);
    }

    @Test
    void doesNotGoBackAndForthOverManyStars() throws Refused {
        Match match = query("StudyDescription", "*a".repeat(40) + "*b")
                .keys()
                .values()
                .iterator()
                .next();

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(match.matches("a".repeat(5_000))).isFalse());
        assertThat(match.matches("a".repeat(5_000) + "b")).isTrue();
    }

    private static boolean isMet(String name, String asked, Attributes attributes) throws Refused {
        Map.Entry<Integer, Match> key =
                query(name, asked).keys().entrySet().iterator().next();
        return key.getValue().isMetBy(attributes.json().path(Tag.hex(key.getKey())));
    }

    @Test
    void findsNothingWhereThereIsNoValue() throws Refused {
        Attributes attributes = new Attributes().text(Tag.PATIENT_ID, "LO", "").name(Tag.PATIENT_NAME, "Doe^Jane");
        assertThat(isMet("PatientID", "*", attributes)).isFalse();
        assertThat(isMet("PatientID", "", attributes)).isTrue();
        assertThat(isMet("PatientName", "doe^*", attributes)).isTrue();
    }
}
