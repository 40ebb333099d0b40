package health.strand.publication;

import health.strand.profiles.Canonical;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Media.MediaStatus;
import org.hl7.fhir.r4.model.Meta;
import org.jspecify.annotations.Nullable;

/**
 * A picture of which a copy may be wanted.
 *
 * @param file the Binary it lies in; null where it lies in the resource itself, or nowhere
 */
public record Original(Media media, @Nullable Binary file) {

    /** Whether a consent that names it, with or without the label for what shows somebody, is enough to publish it. */
    public boolean mayBeCopied(boolean evenIfIdentifying) {
        return media.getStatus() == MediaStatus.COMPLETED
                && !media.hasExtension(Canonical.COPY_OF)
                && labels().allow(evenIfIdentifying);
    }

    /** A copy of it as it is to be stored; empty when its file is no picture that can be made anew. */
    public Optional<Media> copied() {
        return bytes().flatMap(PictureCleaning::clean)
                .map(picture -> new PublicationCopy(media, labels().kept()).holding(picture));
    }

    private PublishableLabels labels() {
        List<Meta> metas = new ArrayList<>(List.of(media.getMeta()));
        if (file != null) {
            metas.add(file.getMeta());
        }
        return PublishableLabels.of(metas);
    }

    private Optional<byte[]> bytes() {
        return file == null ? Optional.ofNullable(media.getContent().getData()) : Optional.ofNullable(file.getData());
    }

    /** Whether two versions of a picture differ in what a copy is made of, or in whether there may be one. */
    public static boolean isAnother(Media before, Media after) {
        return !before.getContent().equalsDeep(after.getContent())
                || !Objects.equals(
                        before.getSubject().getReference(), after.getSubject().getReference())
                || before.getStatus() != after.getStatus()
                || !codes(before.getMeta()).equals(codes(after.getMeta()))
                || !described(before).equals(described(after));
    }

    private static Set<String> codes(Meta meta) {
        return meta.getSecurity().stream().map(Original::text).collect(Collectors.toSet());
    }

    private static List<String> described(Media media) {
        return Stream.of(media.getBodySite(), media.getView(), media.getModality())
                .flatMap(concept -> concept.getCoding().stream())
                .map(Original::text)
                .toList();
    }

    private static String text(Coding coding) {
        return coding.getSystem() + "|" + coding.getCode();
    }
}
