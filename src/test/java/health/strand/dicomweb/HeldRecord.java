package health.strand.dicomweb;

import health.strand.profiles.Canonical;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** A record that is held in memory, of which everything is there but what is hidden. */
final class HeldRecord implements RequestersRecord {

    final Set<String> hidden = new TreeSet<>();
    final List<String> open = new ArrayList<>();
    final List<Bundle> written = new ArrayList<>();

    /** Whether no more files can be had. */
    boolean broken;

    @Nullable
    Refused refusal;

    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    HeldRecord patient(String id, String family, String given) {
        Patient patient = new Patient();
        patient.setId(id);
        patient.addName().setFamily(family).addGiven(given);
        resources.put("Patient/" + id, patient);
        return this;
    }

    /** A study of which each instance is its own series' UID, a slash and its UID; the files are by that too. */
    HeldRecord study(String id, String patient, String uid, Map<String, byte[]> instances) {
        ImagingStudy study = new ImagingStudy();
        study.setId(id);
        study.setSubject(new Reference("Patient/" + patient));
        study.setStartedElement(new DateTimeType("2024-06-24T09:05:00+02:00"));
        study.addIdentifier().setSystem(Uid.SYSTEM).setValue(Uid.urn(uid));
        Map<String, ImagingStudySeriesComponent> series = new LinkedHashMap<>();
        instances.forEach((name, file) -> {
            String[] uids = name.split("/");
            String media = id + "-" + uids[1].replace('.', '-');
            series.computeIfAbsent(
                            uids[0], each -> study.addSeries().setUid(each).setModality(new Coding().setCode("XC")))
                    .addInstance()
                    .setUid(uids[1])
                    .setSopClass(new Coding().setCode(Uid.urn(DicomFiles.PHOTOGRAPH)))
                    .addExtension(Canonical.STORED_PICTURE, new Reference("Media/" + media));
            picture(media, patient, file);
        });
        resources.put("ImagingStudy/" + id, study);
        return this;
    }

    private void picture(String id, String patient, byte[] file) {
        Media media = new Media();
        media.setId(id);
        media.setSubject(new Reference("Patient/" + patient));
        media.setHeight(2).setWidth(2);
        media.getContent().setContentType(Instances.TYPE).setUrl("Binary/" + id);
        resources.put("Media/" + id, media);
        files.put("Binary/" + id, file);
    }

    @Override
    public <T extends Resource> List<T> search(Class<T> type, Map<String, List<String>> query, int most) {
        return resources.entrySet().stream()
                .filter(each -> !hidden.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .filter(type::isInstance)
                .filter(each -> query.entrySet().stream()
                        .allMatch(one -> one.getValue().stream().allMatch(value -> matches(each, one.getKey(), value))))
                .limit(most + 1L)
                .map(each -> type.cast(each.copy()))
                .toList();
    }

    private static boolean matches(Resource resource, String parameter, String value) {
        return switch (parameter) {
            case "_id" ->
                List.of(value.split(",")).contains(resource.getIdElement().getIdPart());
            case "identifier" ->
                resource instanceof ImagingStudy study
                        ? Uid.token(Uid.of(study)).equals(value)
                        : ((Patient) resource)
                                .getIdentifier().stream()
                                        .anyMatch(each -> each.getValue().equals(value));
            case "started" -> {
                String day = ((ImagingStudy) resource).getStartedElement().getValueAsString();
                int order = day.substring(0, 10).compareTo(value.substring(2));
                yield value.startsWith("ge") ? order >= 0 : order <= 0;
            }
            case "patient" ->
                ((ImagingStudy) resource).getSubject().getReference().equals(value);
            default -> throw new IllegalArgumentException(parameter);
        };
    }

    @Override
    public GivenFile file(String reference) throws Refused {
        if (broken) {
            throw new Refused(503, "transient", "not now");
        }
        byte[] file = files.get(reference);
        if (file == null || hidden.contains(reference)) {
            throw Refused.notFound();
        }
        open.add(reference);
        return new GivenFile() {
            @Override
            public long size() {
                return file.length;
            }

            @Override
            public InputStream from(long offset) {
                return new ByteArrayInputStream(file, (int) offset, file.length - (int) offset);
            }

            @Override
            public void close() {
                open.remove(reference);
            }
        };
    }

    @Override
    public void write(Bundle transaction) throws Refused {
        if (refusal != null) {
            throw refusal;
        }
        written.add(transaction);
        Map<String, String> ids = new LinkedHashMap<>();
        transaction.getEntry().stream()
                .filter(each -> each.hasFullUrl())
                .forEach(each -> ids.put(
                        each.getFullUrl(), each.getResource().fhirType() + "/new" + ids.size() + "-" + written.size()));
        transaction.getEntry().forEach(each -> keep(each, ids));
    }

    private void keep(BundleEntryComponent entry, Map<String, String> ids) {
        Resource resource = entry.getResource().copy();
        if (entry.hasFullUrl()) {
            resource.setId(ids.getOrDefault(entry.getFullUrl(), "").replaceFirst(".*/", ""));
        }
        String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        if (resource instanceof Binary file) {
            files.put(reference, file.getData());
        } else if (resource instanceof Media media) {
            media.getContent().setUrl(ids.get(media.getContent().getUrl()));
        } else if (resource instanceof ImagingStudy study) {
            study.getSeries().stream()
                    .flatMap(series -> series.getInstance().stream())
                    .map(each -> (Reference)
                            each.getExtensionByUrl(Canonical.STORED_PICTURE).getValue())
                    .forEach(each -> each.setReference(ids.getOrDefault(each.getReference(), each.getReference())));
        }
        resources.put(reference, resource);
    }
}
