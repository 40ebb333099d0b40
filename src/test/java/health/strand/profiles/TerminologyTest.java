package health.strand.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code systems, value sets and maps among themselves, and beside the constants the server writes. */
class TerminologyTest {

    /** Codes outside SNOMED CT's Global Patient Set may be named, but are not ours to list. */
    private static final Set<String> NOT_OURS_TO_LIST =
            Set.of("260421001", "260424009", "260454004", "260461000", "64013008", "112633009", "341000119102");

    private static final Map<String, Set<String>> CODES = CompiledPackage.definitions(CodeSystem.class).stream()
            .collect(Collectors.toMap(CodeSystem::getUrl, system -> codes(system.getConcept())));

    private static Set<String> codes(List<ConceptDefinitionComponent> concepts) {
        Set<String> codes = new HashSet<>();
        for (ConceptDefinitionComponent concept : concepts) {
            codes.add(concept.getCode());
            codes.addAll(codes(concept.getConcept()));
        }
        return codes;
    }

    @ParameterizedTest
    @CsvSource({
        "GradingScales, pattern-scale",
        "GraftCodes, graft-component",
        "RoleCodes, clinic-role",
        "ScanMethods, scan-method",
        "TrichometryCodes, trichometry",
        "ConsentKinds, consent-kind"
    })
    void knowsEveryCodeTheServerWrites(String constants, String system) throws ReflectiveOperationException {
        List<String> written = new ArrayList<>();
        for (Field field : Class.forName("health.strand.profiles." + constants).getFields()) {
            written.add((String) field.get(null));
        }

        assertThat(CODES.get(Canonical.CODE_SYSTEM + system)).containsAll(written);
    }

    @Test
    void knowsEveryCodeSystemOfOursThatTheServerNames() {
        List<String> ours = Arrays.stream(CodeSystems.class.getFields())
                .map(TerminologyTest::value)
                .filter(url -> url.startsWith(Canonical.CODE_SYSTEM))
                .toList();

        assertThat(CODES).containsKeys(ours.toArray(String[]::new));
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void listsInValueSetsOnlyCodesThatAreKnown() {
        for (ValueSet set : CompiledPackage.definitions(ValueSet.class)) {
            for (ConceptSetComponent part : set.getCompose().getInclude()) {
                Set<String> known = CODES.get(part.getSystem());
                if (known != null) {
                    assertThat(part.getConcept())
                            .as(set.getId())
                            .allMatch(concept ->
                                    known.contains(concept.getCode()) || NOT_OURS_TO_LIST.contains(concept.getCode()));
                }
            }
        }
    }

    @Test
    void enumeratesEveryValueSetSoThatNoTerminologyServiceIsNeeded() {
        assertThat(CompiledPackage.definitions(ValueSet.class))
                .allSatisfy(set -> assertThat(set.getCompose().getInclude())
                        .as(set.getId())
                        .isNotEmpty()
                        .allMatch(part -> part.hasConcept() || isWhole(part.getSystem())));
    }

    private static boolean isWhole(String url) {
        return CompiledPackage.definitions(CodeSystem.class).stream()
                .anyMatch(
                        system -> system.getUrl().equals(url) && system.getContent() == CodeSystemContentMode.COMPLETE);
    }

    @Test
    void mapsOnlyCodesThatExist() {
        for (ConceptMap map : CompiledPackage.definitions(ConceptMap.class)) {
            map.getGroup()
                    .forEach(group -> assertThat(group.getElement())
                            .as(map.getId())
                            .allMatch(element -> CODES.getOrDefault(group.getSource(), Set.of())
                                            .contains(element.getCode())
                                    && element.hasTarget()));
        }
    }

    @Test
    void carriesTheNoticeOfEverySystemThatBelongsToOthers() {
        assertThat(CompiledPackage.definitions(CodeSystem.class))
                .filteredOn(system -> !system.getUrl().startsWith(Canonical.BASE))
                .isNotEmpty()
                .allSatisfy(system ->
                        assertThat(system.getCopyright()).as(system.getUrl()).isNotBlank());
    }
}
