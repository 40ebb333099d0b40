package health.strand.publication;

import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import health.strand.profiles.SecurityLabels;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Media.MediaStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/**
 * The copy of a picture that may be published. It is put together from nothing: what is not named here, such as notes,
 * names, devices, days and titles, is not in it.
 *
 * @param labels what the pixels still show
 */
record PublicationCopy(Media original, List<Coding> labels) {

    /** The same for every copy, as a title must not tell what it shows of whom. */
    static final String TITLE = "Picture for publication";

    private static final String MEDIA_TYPE = "http://terminology.hl7.org/CodeSystem/media-type";
    /** In others' systems a code may be any text. */
    private static final Set<String> SYSTEMS =
            Set.of(CodeSystems.SCALP_ZONE, CodeSystems.PHOTO_VIEW, CodeSystems.DICOM, CodeSystems.SNOMED);

    Media holding(CleanPicture picture) {
        Media copy = new Media()
                .setStatus(MediaStatus.COMPLETED)
                .setType(new CodeableConcept(new Coding(MEDIA_TYPE, "image", null)))
                .setSubject(new Reference(original.getSubject().getReference()))
                .setModality(codes(original.getModality()))
                .setView(codes(original.getView()))
                .setBodySite(codes(original.getBodySite()))
                .setWidth(picture.width())
                .setHeight(picture.height());
        copy.addExtension(
                Canonical.COPY_OF,
                new Reference(original.getIdElement().toUnqualifiedVersionless().getValue()));
        copy.getContent()
                .setContentType(picture.contentType())
                .setData(picture.file())
                .setSize(picture.file().length)
                .setHash(picture.sha1())
                .setTitle(TITLE);
        year(copy);
        String level = labels.isEmpty() ? SecurityLabels.NORMAL : SecurityLabels.RESTRICTED;
        copy.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, level, null);
        labels.forEach(label -> copy.getMeta().addSecurity(label));
        if (original.getMeta().getTag(CodeSystems.TAG, SecurityLabels.SYNTHETIC) != null) {
            copy.getMeta().addTag(CodeSystems.TAG, SecurityLabels.SYNTHETIC, null);
        }
        return copy;
    }

    /** A day would lead to a visit. */
    private void year(Media copy) {
        BaseDateTimeType taken = null;
        if (original.getCreated() instanceof DateTimeType moment) {
            taken = moment;
        } else if (original.getCreated() instanceof Period period) {
            taken = period.getStartElement();
        }
        if (taken != null && taken.hasValue()) {
            copy.setCreated(new DateTimeType(String.format("%04d", taken.getYear())));
        }
    }

    private static CodeableConcept codes(CodeableConcept concept) {
        CodeableConcept bare = new CodeableConcept();
        concept.getCoding().stream()
                .filter(coding -> SYSTEMS.contains(coding.getSystem()) && coding.hasCode())
                .forEach(coding -> bare.addCoding(new Coding(coding.getSystem(), coding.getCode(), null)));
        return bare;
    }
}
