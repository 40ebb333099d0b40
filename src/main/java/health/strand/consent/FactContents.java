package health.strand.consent;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Resource;

/** Which other resources hold the same file, so that what is said about one is said about all. */
final class FactContents {

    private static final String BINARY = "Binary/";

    private final String address;
    private final Surroundings surroundings;

    FactContents(String address, Surroundings surroundings) {
        this.address = address.endsWith("/") ? address : address + "/";
        this.surroundings = surroundings;
    }

    Set<String> of(Resource resource, String reference, Elements elements) {
        Set<String> files = new HashSet<>();
        elements.all(Attachment.class).flatMap(file -> binary(file).stream()).forEach(files::add);
        Set<String> same = new HashSet<>(files);
        CopiedPicture.originalOf(resource).ifPresent(same::add);
        files.forEach(file -> same.addAll(surroundings.carriersOf(file)));
        if (resource instanceof Binary binary) {
            same.addAll(surroundings.carriersOf(reference));
            ReferenceText.of(binary.getSecurityContext()).ifPresent(same::add);
        }
        same.remove(reference);
        return same;
    }

    private Optional<String> binary(Attachment file) {
        return Optional.ofNullable(file.getUrl())
                .map(url -> url.startsWith(address) ? url.substring(address.length()) : url)
                .filter(url -> url.startsWith(BINARY))
                .map(ReferenceText::versionless);
    }
}
