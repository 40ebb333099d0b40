package health.strand.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;

class ErrorTextsTest {

    @Test
    void takesAwayCodeNumbersAndClassNames() {
        assertThat(ErrorTexts.cleaned("HAPI-0450: HAPI-1861: ca.uhn.fhir.parser.DataFormatException: bad JSON"))
                .isEqualTo("bad JSON");
    }

    @Test
    void keepsWhatTheRequesterWrote() {
        assertThat(ErrorTexts.cleaned("Unknown search parameter \"colour\" for resource type \"Patient\""))
                .isEqualTo("Unknown search parameter \"colour\" for resource type \"Patient\"");
    }

    @Test
    void saysNothingOfHowHandlersAreChosen() {
        assertThat(ErrorTexts.cleaned(
                        "does not know how to handle POST operation[OperationDefinition] with parameters [[]]"))
                .isEqualTo("does not know how to handle POST operation[OperationDefinition]");
    }

    @Test
    void saysNothingOfWhatTheDatabaseSaid() {
        String said = "could not execute batch [Batch entry 0 insert into HFJ_RESOURCE (FHIR_ID) values (('04df9df0'))"
                + " was aborted: ERROR: duplicate key value violates unique constraint]";

        assertThat(ErrorTexts.cleaned(said)).isEqualTo(ErrorTexts.INTERNAL);
        assertThat(ErrorTexts.cleaned("JDBC exception executing SQL [select 1]"))
                .isEqualTo(ErrorTexts.INTERNAL);
    }

    @Test
    void namesNoneOfTheReferencesThatLeadToNothing() {
        assertThat(ErrorTexts.cleaned("HAPI-1094: Resource Patient/1 not found, specified in path: Condition.subject"))
                .isEqualTo(ErrorTexts.DANGLING);
        assertThat(ErrorTexts.cleaned("Resource Observation/2 not found")).isEqualTo(ErrorTexts.DANGLING);
        assertThat(ErrorTexts.cleaned("Resource types are not found so")).isEqualTo("Resource types are not found so");
    }

    @Test
    void saysNothingOfAFailureInsideABatchEntry() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setCode(OperationOutcome.IssueType.EXCEPTION).setDiagnostics("Ana Ruiz, some value");

        ErrorTexts.clean(outcome);

        assertThat(outcome.getIssueFirstRep().getDiagnostics()).isEqualTo(ErrorTexts.INTERNAL);
    }

    @Test
    void cutsWhatIsLong() {
        assertThat(ErrorTexts.cleaned("x".repeat(5_000))).hasSizeLessThan(1_010);
    }
}
