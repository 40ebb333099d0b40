package health.strand.intake;

import health.strand.imaging.PictureFormat;
import health.strand.validation.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A session of pictures and measurements of one patient: what describes it, and the files. Each Media names its file as
 * {@code cid:} and the name of the part.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2392">RFC 2392, cid</a>
 */
public final class IntakeSession {

    /** Of the identifier by which a session that is sent again is found. */
    public static final String SYSTEM = "https://strand.health/fhir/intake-session";

    private static final String CID = "cid:";
    private static final String TAKEN = "it is no PNG, JPEG or DICOM file; a session takes nothing else";
    private static final int MOST_ENTRIES = 200;

    private final Map<String, SentFile> files = new TreeMap<>();
    private final Map<String, DicomPart> dicom = new LinkedHashMap<>();
    private final Bundle description;
    private final UnaryOperator<byte[]> standIns;
    private final String patient;
    private final String key;

    private IntakeSession(Bundle description, List<SentFile> sent, UnaryOperator<byte[]> standIns) throws UnfitSession {
        this.description = description;
        this.standIns = standIns;
        for (SentFile file : sent) {
            if (files.put(file.name(), file) != null) {
                throw new UnfitSession("part `" + file.name() + "`: there are two of that name");
            }
            check(file);
        }
        this.patient = patient();
        requireEachOnce();
        this.key = sessionKey();
    }

    /**
     * Reads a session that is sent.
     *
     * @param description a Bundle of Media, Observation and ImagingStudy resources, all of one patient
     * @param standIns gives what the transaction holds in the place of a file
     * @throws UnfitSession when parts are missing, or are not what they say
     */
    public static IntakeSession of(Bundle description, List<SentFile> sent, UnaryOperator<byte[]> standIns)
            throws UnfitSession {
        return new IntakeSession(description, sent, standIns);
    }

    /** Whose it is, such as {@code Patient/x}. */
    public String patientReference() {
        return patient;
    }

    /** By what it is known when it is sent again. */
    public String key() {
        return key;
    }

    /** Refuses a session with a file of another patient. */
    public void requireOf(Patient found) throws UnfitSession {
        for (Map.Entry<String, DicomPart> each : dicom.entrySet()) {
            if (!each.getValue().mayBeOf(found)) {
                throw refused(each.getKey(), DicomPart.OF_ANOTHER);
            }
        }
    }

    /** By type the searches that find all of it where it is stored already, and how much they then find. */
    public Map<String, Integer> searches() {
        Map<String, Integer> searches = new TreeMap<>();
        String query = "?identifier=" + SYSTEM + "%7C" + key + "&_count=" + MOST_ENTRIES;
        resources().forEach(each -> searches.merge(each.fhirType() + query, 1, Integer::sum));
        return searches;
    }

    /** The transaction that stores it. */
    public Bundle transaction() {
        Bundle all = new Bundle().setType(BundleType.TRANSACTION);
        Map<String, String> places = new LinkedHashMap<>();
        for (SentFile file : files.values()) {
            String place = "urn:uuid:" + UUID.randomUUID();
            places.put(CID + file.name(), place);
            entry(all, binary(file), place);
        }
        for (BundleEntryComponent each : description.getEntry()) {
            Resource resource = each.getResource();
            if (resource instanceof Media media) {
                hold(media, places);
            }
            identify(resource, new Identifier().setSystem(SYSTEM).setValue(key));
            entry(all, resource, each.getFullUrl());
        }
        return all;
    }

    private static void entry(Bundle all, Resource resource, @Nullable String place) {
        BundleEntryComponent entry = all.addEntry().setResource(resource).setFullUrl(place);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
    }

    private Binary binary(SentFile file) {
        Binary binary = new Binary();
        binary.setContentType(file.type())
                .setData(standIns.apply(file.bytes()))
                .setSecurityContext(new Reference(patient));
        return binary;
    }

    private void hold(Media media, Map<String, String> places) {
        Attachment content = media.getContent();
        String cid = content.getUrl();
        SentFile file = fileOf(media);
        content.setContentType(file.type()).setUrl(places.get(cid));
        FileFacts facts = FileFacts.of(file.bytes());
        content.setSize(facts.size()).setHash(facts.sha1());
        DicomPart part = dicom.get(file.name());
        if (part != null) {
            media.addIdentifier(part.identifier());
        }
    }

    /** It was looked for when the session was read. */
    private SentFile fileOf(Media media) {
        return Objects.requireNonNull(files.get(media.getContent().getUrl().substring(CID.length())));
    }

    private static void identify(Resource resource, Identifier identifier) {
        switch (resource.fhirType()) {
            case "Media" -> ((Media) resource).addIdentifier(identifier);
            case "ImagingStudy" -> ((ImagingStudy) resource).addIdentifier(identifier);
            default -> ((Observation) resource).addIdentifier(identifier);
        }
    }

    private void check(SentFile file) throws UnfitSession {
        if (PictureFormat.ofType(file.type()).isEmpty() && !file.type().equals(DicomPart.TYPE)) {
            throw refused(file.name(), TAKEN);
        }
        // what is cleaned is cleaned when it is stored, and recorded then
        Binary judged = new Binary();
        judged.setContentType(file.type()).setData(file.bytes()).setSecurityContext(new Reference("Patient"));
        Optional<Problem> problem = PictureIntake.problems(judged).stream().findFirst();
        if (problem.isPresent()) {
            throw refused(file.name(), problem.get().text());
        }
        PictureIntake.dicomIn(judged).forEach(each -> dicom.put(file.name(), each));
    }

    private static UnfitSession refused(String part, String why) {
        return new UnfitSession("part `" + part + "`: " + why);
    }

    private List<Resource> resources() {
        return description.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
    }

    private String patient() throws UnfitSession {
        if (description.getEntry().isEmpty() || description.getEntry().size() > MOST_ENTRIES) {
            throw new UnfitSession("part `session`: it is a Bundle of one to " + MOST_ENTRIES + " resources");
        }
        Set<String> patients = new HashSet<>();
        for (Resource each : resources()) {
            patients.add(subject(each));
        }
        String only = patients.iterator().next();
        if (patients.size() > 1 || !only.matches("Patient/[A-Za-z0-9.-]{1,64}")) {
            throw new UnfitSession("part `session`: every resource has the same patient, as `Patient/id`");
        }
        return only;
    }

    private static String subject(@Nullable Resource resource) throws UnfitSession {
        if (resource instanceof Media media) {
            return String.valueOf(media.getSubject().getReference());
        }
        if (resource instanceof ImagingStudy study) {
            return String.valueOf(study.getSubject().getReference());
        }
        if (resource instanceof Observation observation) {
            return String.valueOf(observation.getSubject().getReference());
        }
        throw new UnfitSession("part `session`: its resources are Media, Observation and ImagingStudy");
    }

    private List<Media> media() {
        return resources().stream()
                .filter(Media.class::isInstance)
                .map(Media.class::cast)
                .toList();
    }

    private void requireEachOnce() throws UnfitSession {
        List<String> named = new ArrayList<>();
        for (Media each : media()) {
            String url = String.valueOf(each.getContent().getUrl());
            String name = url.startsWith(CID) ? url.substring(CID.length()) : "";
            if (!files.containsKey(name)) {
                throw new UnfitSession("part `session`: a Media names its file as `cid:` and the name of a part");
            }
            named.add(name);
        }
        for (String each : files.keySet()) {
            if (named.stream().filter(each::equals).count() != 1) {
                throw new UnfitSession("part `" + each + "`: it is the file of exactly one Media");
            }
        }
        if (named.isEmpty()) {
            throw new UnfitSession("part `session`: there is no picture in it");
        }
    }

    private String sessionKey() {
        SessionKey all = new SessionKey();
        media().forEach(each -> all.add(each, fileOf(each)));
        resources().stream()
                .filter(ImagingStudy.class::isInstance)
                .map(ImagingStudy.class::cast)
                .forEach(all::add);
        return all.of(patient);
    }
}
