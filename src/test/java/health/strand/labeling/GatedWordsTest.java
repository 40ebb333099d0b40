package health.strand.labeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text says, and what it does not say though it looks like it. */
class GatedWordsTest {

    private static final GatedWords WORDS = GatedWords.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "carries rs6152",
                "RS1160312 G/G",
                "AR",
                "AR gene positive",
                "the marker AR was found",
                "AR-positive on both counts",
                "SRD5A2 V89L",
                "near hdac9",
                "20p11 (PAX1/FOXA2)",
                "17q21.31",
                "NM_000044.6:c.1174C>T",
                "c.631_633del",
                "p.Val89Leu",
                "p.(Val89Leu)",
                "HGNC:644",
                "heterozygous for the risk allele",
                "short CAG repeat",
                "Genetic test results: to be discussed",
                "genetic testing showed nothing",
                "DNA  sample taken",
                "family history of early hair loss",
                "Father and grandfather bald",
                "both brothers went bald early",
                "androgen\nreceptor gene"
            })
    void hearsOfGenes(String text) {
        assertThat(WORDS.labels(text)).containsExactly("GDIS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "family photo",
                "hair density 120/cm2",
                "ARE the grafts dry",
                "shown in AR glasses",
                "STAR pattern, BAR code, vAR",
                "hairs6152",
                "crs61520",
                "RS-232 cable",
                "Norwood 4A, BASP M2V1",
                "androgenetic alopecia, genetic hair loss",
                "was offered a genetic test",
                "the general result",
                "a bald spot; the patient is bald at the vertex",
                "p.4 of the form, c.5 left",
                "frontal/phototrichogram-2d/TS-60/2.4.0/clipped/40/0.25",
                "anxious about the operation",
                "depression of the scar",
                "single hairs in the parting",
                "aids healing",
                "ESR 12 mm/h",
                "snps at the hairline"
            })
    void hearsNothingInOrdinaryNotes(String text) {
        assertThat(WORDS.labels(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "erectile dysfunction since March, SEX",
        "Loss of libido, SEX",
        "libido is lower, SEX",
        "takes an antidepressant, PSY",
        "treated for depression, PSY",
        "Trichotillomania, PSY",
        "suicidal thoughts, PSY",
        "HIV negative, HIV",
        "secondary syphilis excluded, STD",
        "alcohol dependence, ETHUD",
        "substance use disorder, SUD",
        "domestic violence, SDV"
    })
    void hearsOfOtherThingsToBeKept(String text, String label) {
        assertThat(WORDS.labels(text)).containsExactly(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "label,match,text; line 1: the header",
                "label,match,case,text\\nGDIS,word,any; line 2: not 4 columns",
                "label,match,case,text\\nQQQ,word,any,x; line 2: the label",
                "label,match,case,text\\nGDIS,like,any,x; line 2: the match",
                "label,match,case,text\\nGDIS,word,some,x; line 2: the case",
                "label,match,case,text\\nGDIS,pattern,any,(x; line 2: the pattern",
                "label,match,case,text; the table is empty"
            })
    void refusesATableItCannotRead(String table, String problem) {
        assertThatThrownBy(() -> GatedWords.parse(table.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void readsWordsThatHoldLettersOfPatterns() {
        GatedWords words = GatedWords.parse("# why\n\nlabel,match,case,text\nSEX,word,any,a.b or c\n");

        assertThat(words.labels("it says A.B  or-c")).containsExactly("SEX");
        assertThat(words.labels("axb or c")).isEmpty();
        assertThat(words.labels("a.b or cd")).isEmpty();
    }
}
