package health.strand.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.strand.deidentification.DeidentifiedPicture;
import health.strand.deidentification.NotDeidentified;
import health.strand.deidentification.ProjectNames;
import health.strand.publication.PublishableLabels;
import health.strand.vault.Pseudonyms;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The file of a picture without anything in it that tells whose it is, for whoever may see both the picture and its file. */
public final class DeidentifiedCopy {

    private static final Pattern PROJECT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** A file and its copy are in memory whole. */
    private static final int AT_ONCE = 2;

    private static final int TOO_MANY = 429;

    private final Places places = new Places(AT_ONCE);
    private final PictureFiles files;
    private final Pseudonyms pseudonyms;

    DeidentifiedCopy(PictureFiles files, Pseudonyms pseudonyms) {
        this.files = files;
        this.pseudonyms = pseudonyms;
    }

    /** The file, which is given out as it is unless FHIR is asked for. */
    @Operation(
            name = "$de-identified",
            typeName = "Media",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/de-identified")
    public Binary deidentified(
            @IdParam IdType id,
            @OperationParam(name = "project", max = 1) @Nullable StringType project,
            RequestDetails request) {
        String name = project == null ? "" : project.getValueNotNull();
        if (!PROJECT.matcher(name).matches()) {
            throw new InvalidRequestException(
                    "`project` names what the copy is for, in up to 64 letters, digits, dots, dashes and underscores");
        }
        if (!places.take()) {
            throw new UnclassifiedServerFailureException(
                    TOO_MANY, "more copies are asked for than are made at a time; ask again later");
        }
        try {
            return copy(id, name, request);
        } catch (NotDeidentified e) {
            throw new UnprocessableEntityException(e.getMessage());
        } finally {
            places.giveBack();
        }
    }

    private Binary copy(IdType id, String project, RequestDetails request) throws NotDeidentified {
        PictureFiles.Picture picture = files.whole(id, request);
        PublishableLabels labels = PublishableLabels.of(
                List.of(picture.media().getMeta(), picture.file().getMeta()));
        if (!labels.allow(false)) {
            throw new UnprocessableEntityException("the picture is labelled as one in which somebody can be recognised,"
                    + " or as more sensitive than others; what it shows cannot be taken out of it");
        }
        ProjectNames names = new ProjectNames(
                (kind, value) -> pseudonyms.of(project, kind, value),
                picture.media().getSubject().getReference());
        byte[] content = picture.file().hasData() ? picture.file().getData() : new byte[0];
        DeidentifiedPicture copy = DeidentifiedPicture.of(content, names);
        // nothing of the file's own resource: it says whose it is
        return new Binary().setData(copy.file()).setContentType(copy.type());
    }
}
