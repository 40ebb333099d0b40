package health.strand.validation;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.ConsentKinds;
import health.strand.profiles.SecurityLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Reference;

/**
 * A picture for publication rests on a consent to publication that is active, is a copy and not the picture itself, and
 * comes from no picture that is sensitive for more than being a picture. One that is taken back needs no consent any more.
 */
final class PublicationRules {

    private static final Set<String> NEVER_PUBLISHED =
            Set.of(SecurityLabels.GENETIC, SecurityLabels.SEXUAL, SecurityLabels.PSYCHIATRIC);

    private final Neighbours neighbours;

    PublicationRules(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    Stream<Problem> problems(DocumentReference picture) {
        return Stream.concat(
                picture.getStatus() == DocumentReferenceStatus.CURRENT ? consent(picture) : Stream.empty(),
                picture.getContext().getRelated().stream().flatMap(source -> source(picture, source)));
    }

    private Stream<Problem> consent(DocumentReference picture) {
        boolean covered = picture.getExtensionsByUrl(Canonical.CONSENT).stream()
                .map(extension -> extension.getValue() instanceof Reference reference ? reference.getReference() : null)
                .flatMap(reference -> Optional.ofNullable(reference).flatMap(neighbours::find).stream())
                .anyMatch(found -> found instanceof Consent consent && permitsPublication(consent));
        return covered
                ? Stream.empty()
                : Stream.of(new Problem(
                        "DocumentReference.extension('" + Canonical.CONSENT + "')",
                        "hr-mkt-1",
                        "a current picture for publication needs an active consent to marketing that permits"));
    }

    private static boolean permitsPublication(Consent consent) {
        boolean marketing = consent.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .anyMatch(code -> CodeSystems.CONSENT_KIND.equals(code.getSystem())
                        && ConsentKinds.MARKETING.equals(code.getCode()));
        return marketing
                && consent.getStatus() == Consent.ConsentState.ACTIVE
                && consent.getProvision().getType() == Consent.ConsentProvisionType.PERMIT;
    }

    private Stream<Problem> source(DocumentReference picture, Reference related) {
        List<Problem> problems = new ArrayList<>();
        Optional.ofNullable(related.getReference()).flatMap(neighbours::find).ifPresent(found -> {
            if (found.getMeta().getSecurity().stream().anyMatch(label -> NEVER_PUBLISHED.contains(label.getCode()))) {
                problems.add(new Problem(
                        "DocumentReference.context.related",
                        "hr-mkt-2",
                        "`" + related.getReference() + "` is sensitive for more than showing somebody"));
            }
            if (found instanceof Media media && isTheSameFile(picture, media)) {
                problems.add(new Problem(
                        "DocumentReference.content.attachment.hash",
                        "hr-mkt-3",
                        "the file is that of `" + related.getReference() + "`; what is published is a changed copy"));
            }
        });
        return problems.stream();
    }

    private static boolean isTheSameFile(DocumentReference picture, Media source) {
        byte[] hash = source.getContent().getHash();
        return hash != null
                && picture.getContent().stream()
                        .anyMatch(content ->
                                Arrays.equals(hash, content.getAttachment().getHash()));
    }
}
