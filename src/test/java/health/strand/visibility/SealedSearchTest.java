package health.strand.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.jpa.search.builder.sql.GeneratedSql;
import health.strand.access.AllPatients;
import health.strand.access.Capacity;
import health.strand.access.DataClass;
import health.strand.access.Reach;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealedSearchTest {

    private final SealedSearch geneticist = search(DataClass.GENETIC, DataClass.CLINICAL);

    private static SealedSearch search(DataClass... readable) {
        Reach reach = new Reach(Set.of(readable), Set.of(), new AllPatients(), Capacity.none());
        return new SealedSearch(hash -> -hash, () -> Optional.of(reach));
    }

    private static GeneratedSql sql(String sql, Object... values) {
        return new GeneratedSql(false, sql, List.of(values));
    }

    private void widens(GeneratedSql given, String sql, Object... values) {
        GeneratedSql widened = geneticist.widened(given);
        assertThat(widened.getSql()).isEqualTo(sql);
        assertThat(widened.getBindVariables()).containsExactly(values);
    }

    @Test
    void leavesASearchOfWhoReadsNothingGeneticAsItIs() {
        GeneratedSql given = sql("SELECT t0.RES_ID FROM T t0 WHERE (t0.hash_VALUE = ?)", 7L);

        assertThat(search(DataClass.CLINICAL).widened(given)).isSameAs(given);
        assertThat(new SealedSearch(hash -> -hash, Optional::empty).widened(given))
                .isSameAs(given);
    }

    @Test
    void looksForBothHashesOfACode() {
        widens(sql("WHERE (t0.hash_VALUE = ?)", 7L), "WHERE (t0.hash_VALUE IN (?,?))", 7L, -7L);
        widens(sql("WHERE (t0.hash_SYS = ?)", 7L), "WHERE (t0.hash_SYS IN (?,?))", 7L, -7L);
        widens(
                sql("WHERE (t0.hash_SYS_AND_VALUE IN (?,?,?) )", 1L, 2L, 3L),
                "WHERE (t0.hash_SYS_AND_VALUE IN (?,?,?,?,?,?) )",
                1L,
                -1L,
                2L,
                -2L,
                3L,
                -3L);
    }

    @Test
    void leavesOutBothHashesOfACode() {
        widens(sql("WHERE (t0.hash_VALUE <> ?)", 7L), "WHERE (t0.hash_VALUE NOT IN (?,?))", 7L, -7L);
        widens(
                sql("WHERE (t0.hash_VALUE NOT IN (?,?) )", 7L, 8L),
                "WHERE (t0.hash_VALUE NOT IN (?,?,?,?) )",
                7L,
                -7L,
                8L,
                -8L);
    }

    @Test
    void keepsEveryOtherValueInItsPlace() {
        widens(
                sql(
                        "WHERE (t1.HASH_IDENTITY = ?) AND (t0.hash_VALUE = ?) AND (t0.SP_VALUE_NORMALIZED LIKE ?)"
                                + " AND (t0.RES_ID IN (?,?) ) limit ?",
                        5L,
                        7L,
                        "x%",
                        1L,
                        2L,
                        20),
                "WHERE (t1.HASH_IDENTITY = ?) AND (t0.hash_VALUE IN (?,?)) AND (t0.SP_VALUE_NORMALIZED LIKE ?)"
                        + " AND (t0.RES_ID IN (?,?) ) limit ?",
                5L,
                7L,
                -7L,
                "x%",
                1L,
                2L,
                20);
    }

    @Test
    void leavesAComparisonThatIsNotSaidToHaveOthers() {
        widens(sql("WHERE (t0.HASH_VALUE = ?)", 7L), "WHERE (t0.HASH_VALUE = ?)", 7L);
    }

    @Test
    void carriesOutNoSearchItDoesNotUnderstand() {
        GeneratedSql given = sql("WHERE (t0.hash_VALUE = ?)", 7L, 8L);

        assertThatThrownBy(() -> geneticist.widened(given)).isInstanceOf(IllegalStateException.class);
    }
}
