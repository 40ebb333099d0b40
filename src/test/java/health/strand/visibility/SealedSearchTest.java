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

    /** So that the rows come in their order, of which a page takes the first. */
    @Test
    void asksForEachOfTheTwoApartWhereNothingElseIsAskedFor() {
        String both = "(SELECT * FROM HFJ_SPIDX_TOKEN WHERE hash_VALUE = ? UNION ALL"
                + " SELECT * FROM HFJ_SPIDX_TOKEN WHERE hash_VALUE = ?) ";
        String joined = " ON (t1.RES_ID = t0.RES_ID) WHERE ((";
        widens(
                sql(
                        "SELECT t1.RES_ID FROM HFJ_RESOURCE t1 INNER JOIN HFJ_SPIDX_TOKEN t0" + joined
                                + "t0.hash_VALUE = ?)) ORDER BY t1.RES_ID fetch first ? rows only",
                        7L,
                        20),
                "SELECT t1.RES_ID FROM HFJ_RESOURCE t1 INNER JOIN " + both + "t0" + joined
                        + "TRUE)) ORDER BY t1.RES_ID fetch first ? rows only",
                7L,
                -7L,
                20);
        widens(
                sql(
                        "SELECT COUNT(t0.RES_ID) FROM HFJ_SPIDX_TOKEN t0 INNER JOIN HFJ_SPIDX_TOKEN t1" + joined
                                + "t0.hash_VALUE = ?) AND (t1.hash_SYS = ?))",
                        7L,
                        8L),
                "SELECT COUNT(t0.RES_ID) FROM " + both + "t0 INNER JOIN HFJ_SPIDX_TOKEN t1" + joined
                        + "TRUE) AND (t1.hash_SYS IN (?,?)))",
                7L,
                -7L,
                8L,
                -8L);
    }

    /** What else is asked for finds less, and would not be looked for first. */
    @Test
    void asksForBothTogetherWhereMoreIsAskedFor() {
        for (String more : List.of(
                "((t0.hash_VALUE = ? OR t0.SP_VALUE = ?))",
                "((t0.hash_VALUE = ?) AND (t1.TARGET_RESOURCE_ID = ?))",
                "(t0.hash_VALUE = ?) AND (t1.X NOT IN (?))",
                "(t0.hash_VALUE = ?) AND EXISTS (SELECT 1 FROM U u WHERE (u.X = ?))")) {
            String sql = "FROM HFJ_SPIDX_TOKEN t0 WHERE " + more;
            widens(sql(sql, 7L, 5L), sql.replace("hash_VALUE = ?", "hash_VALUE IN (?,?)"), 7L, -7L, 5L);
        }
        widens(
                sql("FROM T t1 LEFT OUTER JOIN HFJ_SPIDX_TOKEN t0 ON (t1.R = t0.R) WHERE (t0.hash_VALUE = ?)", 7L),
                "FROM T t1 LEFT OUTER JOIN HFJ_SPIDX_TOKEN t0 ON (t1.R = t0.R) WHERE (t0.hash_VALUE IN (?,?))",
                7L,
                -7L);
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
