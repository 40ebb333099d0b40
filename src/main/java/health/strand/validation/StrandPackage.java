package health.strand.validation;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The compiled profiles, terminology, search parameters and forms as they lie on the class path; the only copy. */
public final class StrandPackage {

    private static final String FILES = "classpath*:packages/strand/*.json";

    private final List<MetadataResource> definitions;

    private StrandPackage(List<MetadataResource> definitions) {
        this.definitions = definitions;
    }

    /**
     * Reads it.
     *
     * @throws IllegalStateException when there is none
     */
    public static StrandPackage read(FhirContext fhir) {
        try {
            List<MetadataResource> found = Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(file -> parse(fhir, file))
                    .filter(MetadataResource.class::isInstance)
                    .map(MetadataResource.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("the build holds no profiles");
            }
            return new StrandPackage(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource parse(FhirContext fhir, org.springframework.core.io.Resource file) {
        try (InputStream json = file.getInputStream()) {
            return (Resource) fhir.newJsonParser().parseResource(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every definition of a kind, such as {@code SearchParameter}. */
    public <T extends MetadataResource> List<T> all(Class<T> kind) {
        return definitions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<MetadataResource> all() {
        return definitions;
    }

    /** Profiles of resources, without the extensions. */
    List<StructureDefinition> profiles() {
        return all(StructureDefinition.class).stream()
                .filter(structure -> !"Extension".equals(structure.getType()))
                .toList();
    }
}
