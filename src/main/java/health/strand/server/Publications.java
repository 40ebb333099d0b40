package health.strand.server;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.PatientId;
import health.strand.publication.ChosenPicture;
import health.strand.publication.ChosenPictures;
import health.strand.publication.Original;
import health.strand.publication.Recall;
import health.strand.visibility.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the copies for publication in step with what patients let be published: makes those a consent asks for, and takes
 * back those that none asks for any more, in the transaction that changes it.
 */
final class Publications {

    /** A patient can have that many copies; of more pictures none are prepared. */
    private static final int MOST = 50;

    private final Visibility visibility;
    private final PictureStore pictures;
    private final ChosenPictures reader;
    private final Clock clock;

    Publications(Visibility visibility, PictureStore pictures, ChosenPictures reader, Clock clock) {
        this.visibility = visibility;
        this.pictures = pictures;
        this.reader = reader;
        this.clock = clock;
    }

    /** How many of the pictures a consent chooses there is a copy of. */
    record Prepared(int chosen, int prepared) {

        static final Prepared NONE = new Prepared(0, 0);
    }

    /**
     * What a patient's consents choose before one of them is written.
     *
     * @param before the consent as it was; null for a new one
     */
    List<ChosenPicture> chosen(@Nullable Consent before, PatientId patient) {
        List<ChosenPicture> chosen = new ArrayList<>();
        if (before != null) {
            chosen.addAll(reader.of(before));
        }
        visibility.activeConsents(patient).forEach(each -> chosen.addAll(reader.of(each)));
        return chosen;
    }

    /** Whether it lets a picture be published. */
    boolean chooses(@Nullable Consent consent) {
        return consent != null && !reader.of(consent).isEmpty();
    }

    /**
     * Has there be the copies that the patient's consents ask for, and no others.
     *
     * @param was what they chose before
     * @param after the consent that was written, or is no more and then not active
     */
    Prepared settle(List<ChosenPicture> was, Consent after, PatientId patient, RequestDetails request) {
        List<ChosenPicture> here = reader.of(after);
        List<ChosenPicture> now = new ArrayList<>(here);
        visibility.activeConsents(patient).stream()
                .filter(each -> !id(each).equals(id(after)))
                .forEach(each -> now.addAll(reader.of(each)));
        Set<String> originals = new LinkedHashSet<>();
        Stream.concat(was.stream(), now.stream()).map(ChosenPicture::original).forEach(originals::add);
        Cause cause = new Cause(patient, "Consent/" + id(after), request);
        Set<String> copied = new HashSet<>();
        for (String original : originals) {
            List<ChosenPicture> wanted = copied.size() < MOST ? of(original, now) : List.of();
            if (settle(original, of(original, was), wanted, cause)) {
                copied.add(original);
            }
        }
        Set<String> chosen = here.stream().map(ChosenPicture::original).collect(Collectors.toSet());
        int all = chosen.size();
        chosen.retainAll(copied);
        return new Prepared(all, chosen.size());
    }

    private record Cause(PatientId patient, @Nullable String consent, RequestDetails request) {}

    /** Whether there is a copy of the picture in the end. */
    private boolean settle(String original, List<ChosenPicture> was, List<ChosenPicture> now, Cause cause) {
        Instant at = clock.instant();
        boolean shown = was.stream().anyMatch(each -> each.hasBegun(at));
        boolean goesOn = now.stream().anyMatch(each -> each.hasBegun(at));
        Optional<Original> found = now.isEmpty() ? Optional.empty() : publishable(original, now, cause.patient);
        List<String> copies = pictures.copiesOf(original);
        if (!copies.isEmpty() && found.isPresent() && (goesOn || !shown)) {
            return true;
        }
        takeBack(copies, shown, cause);
        return found.flatMap(Original::copied)
                .map(copy -> {
                    pictures.keep(copy, cause.request);
                    return true;
                })
                .orElse(false);
    }

    private Optional<Original> publishable(String original, List<ChosenPicture> chosen, PatientId patient) {
        boolean evenIfIdentifying = chosen.stream().anyMatch(ChosenPicture::evenIfIdentifying);
        return pictures.original(original, patient).filter(found -> found.mayBeCopied(evenIfIdentifying));
    }

    /** The copies of a picture that is not what it was, or is no more. */
    void originalChanged(String original, RequestDetails request) {
        List<String> copies = pictures.copiesOf(original);
        if (!copies.isEmpty()) {
            pictures.patientOf(original)
                    .ifPresent(patient ->
                            takeBack(copies, wasShown(original, patient), new Cause(patient, null, request)));
        }
    }

    private boolean wasShown(String original, PatientId patient) {
        return visibility.storedConsents(patient).stream()
                .flatMap(each -> of(original, reader.of(each)).stream())
                .anyMatch(each -> each.hasBegun(clock.instant()));
    }

    private void takeBack(List<String> copies, boolean shown, Cause cause) {
        if (copies.isEmpty()) {
            return;
        }
        pictures.remove(copies, cause.request);
        if (shown) {
            for (String copy : copies) {
                Recall recall = new Recall(copy, "Patient/" + cause.patient, cause.consent);
                pictures.ask(recall.task(clock.instant()), cause.request);
            }
        }
    }

    private static List<ChosenPicture> of(String original, List<ChosenPicture> chosen) {
        return chosen.stream().filter(each -> each.original().equals(original)).toList();
    }

    private static String id(Consent consent) {
        return new IdType(consent.getId()).getIdPart();
    }
}
