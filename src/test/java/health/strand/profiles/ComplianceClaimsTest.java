package health.strand.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where a profile claims to comply with another guide's, its examples hold what that guide requires. */
class ComplianceClaimsTest {

    private static final String COMPLIES =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-compliesWithProfile";

    private static final Map<String, List<String>> REQUIREMENTS = requirements();

    /** One profile of another guide. */
    private record Claim(String profile, List<String> requires) {}

    private static Map<String, List<String>> requirements() {
        try {
            List<Claim> claims = new ObjectMapper(new YAMLFactory())
                    .readValue(CompiledPackage.ROOT.resolve("claims.yaml").toFile(), new TypeReference<>() {});
            return claims.stream().collect(Collectors.toMap(Claim::profile, Claim::requires));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> claims(StructureDefinition profile) {
        return profile.getExtensionsByUrl(COMPLIES).stream()
                .map(extension -> extension.getValue().primitiveValue())
                .toList();
    }

    @Test
    void makesNoClaimWithoutATest() {
        assertThat(CompiledPackage.profiles().stream().flatMap(profile -> claims(profile).stream()))
                .isNotEmpty()
                .allMatch(REQUIREMENTS::containsKey);
        assertThat(REQUIREMENTS.keySet())
                .allMatch(known -> CompiledPackage.profiles().stream()
                        .anyMatch(profile -> claims(profile).contains(known)));
    }

    @TestFactory
    Stream<DynamicTest> holdsWhatTheOtherGuideRequires() {
        return CompiledPackage.profiles().stream()
                .flatMap(profile -> claims(profile).stream()
                        .map(claim -> DynamicTest.dynamicTest(
                                profile.getId() + " as " + claim,
                                () -> assertThat(CompiledPackage.examplesOf(profile))
                                        .allSatisfy(
                                                example -> assertThat(Objects.requireNonNull(REQUIREMENTS.get(claim)))
                                                        .as(example.getId())
                                                        .allMatch(requirement -> holds(example, requirement))))));
    }

    private static boolean holds(Resource example, String requirement) {
        return CompiledPackage.FHIR.newFhirPath().evaluate(example, requirement, BooleanType.class).stream()
                        .filter(BooleanType::booleanValue)
                        .count()
                == 1;
    }

    /** DS4P has no profile of resources to comply with; this is its rule for the label of one. */
    @Test
    void putsExactlyOneConfidentialityOnEveryRecord() {
        assertThat(CompiledPackage.examples().values())
                .filteredOn(example -> !example.fhirType().equals("AuditEvent"))
                .filteredOn(ComplianceClaimsTest::isRecord)
                .allSatisfy(example -> assertThat(example.getMeta().getSecurity().stream()
                                .map(Coding::getSystem)
                                .filter(CodeSystems.CONFIDENTIALITY::equals))
                        .as(example.getId())
                        .hasSize(1));
    }

    private static boolean isRecord(Resource example) {
        return example instanceof DomainResource || example.fhirType().equals("Binary");
    }
}
