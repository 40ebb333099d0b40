package health.strand.dicomweb;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.dicom.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hl7.fhir.r4.model.Patient;

/**
 * Answers the searches, retrievals and stores of DICOMweb for one requester.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#chapter_10">PS3.18 chapter 10</a>
 */
public final class DicomWeb {

    private static final String PERSON = "Patient/";
    private static final int NOT_OFFERED = 405;

    /** In the words of PS3.18 section 8.3.4.2. */
    private static final String LITERAL =
            "The fuzzymatching parameter is not supported. Only literal matching has been performed.";

    private static final ObjectMapper WRITER = new ObjectMapper();

    private final RequestersRecord record;
    private final Instances instances;
    private final String base;

    /**
     * @param base the address of this endpoint
     * @param fhirBase the address of the FHIR endpoint
     */
    public DicomWeb(RequestersRecord record, String base, String fhirBase) {
        this.record = record;
        this.instances = new Instances(record, fhirBase);
        this.base = base;
    }

    /**
     * Answers one request.
     *
     * @param path below the endpoint
     * @param parameters of the query
     * @param accept what the client takes; an empty text for anything
     * @throws Refused when it cannot be answered; what is hidden and what is not there are refused alike
     */
    public Reply get(String path, Map<String, String[]> parameters, String accept) throws IOException, Refused {
        Target target = Target.of(path);
        if (target.action() == Target.Action.SEARCH) {
            return search(target, Query.of(parameters), new Accepted(accept));
        }
        Parameters asked = new Parameters(parameters);
        Accepted accepted = new Accepted(asked.one("accept").orElse(accept));
        Viewport viewport = Viewport.of(
                target.action() == Target.Action.RENDERED
                        ? asked.one("viewport").orElse("")
                        : "");
        asked.nothingElse();
        List<Instance> found = found(target.scope(), Map.of());
        String boundary = UUID.randomUUID().toString();
        Retrieval whole = new Retrieval(record, base, boundary);
        FrameRetrieval frames = new FrameRetrieval(record, base, boundary);
        return switch (target.action()) {
            case RETRIEVE -> whole.whole(found, target.level(), accepted);
            case METADATA -> whole.metadata(found, accepted);
            case FRAMES -> frames.frames(one(found), target.frames(), accepted);
            case RENDERED -> rendered(frames, target, found, viewport, accepted);
            case SEARCH -> throw new IllegalStateException("answered above");
        };
    }

    /**
     * Stores objects.
     *
     * @param path below the endpoint
     * @param contentType of the body
     * @throws Refused when none of it can be looked at; what was stored before a body breaks off stays stored
     */
    public Reply post(String path, String contentType, InputStream body, String accept) throws IOException, Refused {
        Target target = Target.of(path);
        boolean ofStudies = target.level() == Level.STUDY
                && (target.action() == Target.Action.SEARCH || target.action() == Target.Action.RETRIEVE);
        if (!ofStudies) {
            throw new Refused(NOT_OFFERED, "not-supported", "the method is not offered here");
        }
        if (!takesJson(new Accepted(accept))) {
            throw Refused.notAcceptable("results are given as `application/dicom+json`");
        }
        StoreResult result = new StoreResult(base);
        new Storing(record, instances, result).store(target.scope().study(), new PartsReader(contentType, body));
        byte[] json = WRITER.writeValueAsBytes(result.json());
        return new Reply(result.status(), Retrieval.JSON, "", out -> out.write(json));
    }

    private static boolean takesJson(Accepted accepted) {
        return accepted.takes(Retrieval.JSON) || accepted.takes("application/json");
    }

    private static Reply rendered(
            FrameRetrieval frames, Target target, List<Instance> found, Viewport viewport, Accepted accepted)
            throws IOException, Refused {
        if (target.level() != Level.INSTANCE || target.frames().size() > 1) {
            throw Refused.notAcceptable("one object or one frame of it is shown as a picture at a time");
        }
        int frame = target.frames().isEmpty() ? 1 : target.frames().get(0);
        return frames.rendered(one(found), frame, viewport, accepted);
    }

    /** Of objects with the same UID the first. */
    private static List<Instance> one(List<Instance> found) {
        return found.subList(0, Math.min(1, found.size()));
    }

    private Reply search(Target target, Query query, Accepted accepted) throws IOException, Refused {
        if (!takesJson(accepted)) {
            throw Refused.notAcceptable("results are given as `application/dicom+json`");
        }
        Scope scope = scope(target.scope(), query);
        List<Instance> found = found(new Scope(scope.study(), "", ""), narrower(query));
        Map<String, Person> people = people(found);
        List<ObjectNode> results = new Results(reference -> people.getOrDefault(reference, Person.of(reference)), base)
                .of(found, scope, target.level(), query);
        byte[] body = WRITER.writeValueAsBytes(results);
        Reply reply = new Reply(Retrieval.JSON, out -> out.write(body));
        return query.fuzzy() ? reply.warning("299 " + base + ": " + LITERAL) : reply;
    }

    /** What a query names counts as if the path named it; what both name differently is nowhere. */
    private static Scope scope(Scope path, Query query) {
        String study = query.exactly(Tag.STUDY_INSTANCE)
                .filter(each -> path.study().isEmpty())
                .orElse(path.study());
        return new Scope(study, path.series(), path.instance());
    }

    /** To look through one patient's studies, or those of some days, instead of all; they are matched all the same. */
    private static Map<String, List<String>> narrower(Query query) {
        Map<String, List<String>> narrower = new TreeMap<>();
        query.exactly(Tag.PATIENT_ID)
                .filter(each -> each.matches("[A-Za-z0-9.-]{1,64}"))
                .ifPresent(each -> narrower.put("patient", List.of(PERSON + each)));
        List<String> days = query.days(Tag.STUDY_DATE);
        if (!days.isEmpty()) {
            narrower.put("started", days);
        }
        return narrower;
    }

    private List<Instance> found(Scope scope, Map<String, List<String>> also) throws IOException, Refused {
        Map<String, List<String>> query = new TreeMap<>(also);
        if (!scope.study().isEmpty()) {
            if (!Uid.isOne(scope.study())) {
                return List.of();
            }
            query.put("identifier", List.of(Uid.token(scope.study())));
        }
        return instances.of(query).stream().filter(scope::includes).toList();
    }

    private Map<String, Person> people(List<Instance> found) throws IOException, Refused {
        List<String> ids = found.stream()
                .map(Instance::patient)
                .filter(each -> each.startsWith(PERSON))
                .map(each -> each.substring(PERSON.length()))
                .distinct()
                .sorted()
                .toList();
        Map<String, Person> people = new HashMap<>();
        try {
            instances.byId(Patient.class, ids).forEach((id, patient) -> people.put(PERSON + id, Person.of(patient)));
        } catch (Refused e) {
            // who may see pictures and no patients learns no names
            if (!e.isForbidden()) {
                throw e;
            }
        }
        return people;
    }
}
