package health.strand.intake;

import health.strand.dicom.DicomFile;
import health.strand.imaging.CleanPicture;
import health.strand.imaging.PictureFormat;
import health.strand.imaging.Trace;
import health.strand.imaging.UnreadablePicture;
import health.strand.validation.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the files in what is written: refuses those that are not what they say or that nobody can look into, and removes
 * from pictures what their cameras and programs added. The removed kinds are noted with the resource, so that they are
 * recorded when it is stored.
 */
public final class PictureIntake {

    private static final String RULE = "hr-picture";
    private static final String REMOVED = PictureIntake.class.getName() + ".removed";
    private static final String DICOM = PictureIntake.class.getName() + ".dicom";
    private static final String BEFORE = PictureIntake.class.getName() + ".before";

    private PictureIntake() {}

    /** What is wrong with its files; empty when they are clean by now. */
    public static List<Problem> problems(Resource resource) {
        List<Problem> problems = new ArrayList<>(Addresses.problems(resource));
        for (HeldFile held : HeldFiles.of(resource)) {
            byte[] file = held.bytes();
            if (file != null && file.length > 0) {
                problem(resource, held, file).ifPresent(text -> problems.add(problemIn(held, text)));
            }
        }
        return problems;
    }

    private static Problem problemIn(HeldFile held, String text) {
        return new Problem(held.element() + ".data", RULE, text);
    }

    private static Optional<String> problem(Resource resource, HeldFile held, byte[] file) {
        PictureFormat said = PictureFormat.ofType(held.type()).orElse(null);
        PictureFormat is = PictureFormat.of(file).orElse(null);
        if (said != is) {
            return Optional.of(mismatch(said, is));
        }
        try {
            if (is != null) {
                clean(resource, held, file, is);
                return Optional.empty();
            }
            return held.type().equals(DicomPart.TYPE) || DicomFile.isOne(file)
                    ? dicom(resource, held, file)
                    : Documents.problem(held.type(), file);
        } catch (UnreadablePicture e) {
            return Optional.of(e.why());
        } catch (UnfitFile e) {
            return Optional.of(e.why());
        }
    }

    private static void clean(Resource resource, HeldFile held, byte[] file, PictureFormat format)
            throws UnreadablePicture {
        CleanPicture clean = CleanPicture.of(file, format);
        if (!clean.removed().isEmpty()) {
            held.hold(clean.file());
            note(resource, file, clean.removed());
        }
    }

    private static Optional<String> dicom(Resource resource, HeldFile held, byte[] file) throws UnfitFile {
        if (!held.type().equals(DicomPart.TYPE)) {
            return Optional.of(
                    "the file is DICOM, but its content type says something else; say `" + DicomPart.TYPE + "`");
        }
        DicomPart part = DicomPart.of(file);
        if (resource instanceof Binary binary && !binary.hasSecurityContext()) {
            return Optional.of("a DICOM file is stored with whom it is of, in `securityContext`");
        }
        List<DicomPart> all = new ArrayList<>(dicomIn(resource));
        all.add(part);
        resource.setUserData(DICOM, all);
        return Optional.empty();
    }

    /** The DICOM files in what was looked at. */
    public static List<DicomPart> dicomIn(Resource resource) {
        return resource.getUserData(DICOM) instanceof List<?> all
                ? all.stream().map(DicomPart.class::cast).toList()
                : List.of();
    }

    /** What is wrong with the DICOM files in what was looked at, which is about one of these patients. */
    public static List<Problem> ofOthers(Resource resource, Collection<Patient> patients) {
        boolean fit = patients.isEmpty()
                || dicomIn(resource).stream().allMatch(each -> patients.stream().anyMatch(each::mayBeOf));
        return fit ? List.of() : List.of(new Problem(resource.fhirType(), RULE, DicomPart.OF_ANOTHER));
    }

    private static String mismatch(@Nullable PictureFormat said, @Nullable PictureFormat is) {
        if (is == null) {
            return "the content type says that this is a " + said + " picture, but it is none; a file does not become a"
                    + " picture by its name";
        }
        return "the file is a " + is + " picture, but its content type says something else; say `" + is.type() + "`";
    }

    private static void note(Resource resource, byte[] before, Set<Trace> removed) {
        Set<Trace> all = EnumSet.copyOf(removed);
        all.addAll(removedFrom(resource));
        resource.setUserData(REMOVED, all);
        if (resource instanceof Binary) {
            resource.setUserData(BEFORE, FileFacts.of(before));
        }
    }

    /** The kinds of what was removed from its pictures; empty when nothing was. */
    public static Set<Trace> removedFrom(Resource resource) {
        if (!(resource.getUserData(REMOVED) instanceof Set<?> kinds)) {
            return Set.of();
        }
        Set<Trace> removed = EnumSet.noneOf(Trace.class);
        kinds.forEach(each -> removed.add((Trace) each));
        return removed;
    }

    /** Has what a transaction tells of its files, as their sender knew them, be told of the files as they are stored. */
    public static void retell(Bundle transaction) {
        Map<String, Binary> cleaned = new HashMap<>();
        for (BundleEntryComponent entry : transaction.getEntry()) {
            if (entry.hasFullUrl()
                    && entry.getResource() instanceof Binary file
                    && file.getUserData(BEFORE) instanceof FileFacts) {
                cleaned.put(entry.getFullUrl(), file);
            }
        }
        if (!cleaned.isEmpty()) {
            transaction.getEntry().stream()
                    .filter(BundleEntryComponent::hasResource)
                    .flatMap(entry -> HeldFiles.of(entry.getResource()).stream())
                    .forEach(held -> retell(held, cleaned));
        }
    }

    private static void retell(HeldFile held, Map<String, Binary> cleaned) {
        if (!(held.holder() instanceof Attachment told)) {
            return;
        }
        Binary file = cleaned.get(told.getUrl());
        byte[] bytes = file == null ? null : new HeldFile("Binary", file).bytes();
        if (file != null
                && bytes != null
                && file.getUserData(BEFORE) instanceof FileFacts before
                && before.areToldBy(told)) {
            FileFacts.of(bytes).tell(told);
        }
    }
}
