package health.strand.audit;

import health.strand.access.PatientId;
import health.strand.profiles.Canonical;
import health.strand.profiles.CodeSystems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;

/**
 * Says an entry of the trail as an AuditEvent of IHE's Basic Audit Log Patterns.
 *
 * @see <a href="https://profiles.ihe.net/ITI/BALP/">IHE BALP 1.1.4</a>
 */
public final class BalpEvent {

    private static final String PROFILE = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private static final String AUTHORIZATION = "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType";
    private static final String ENTITY = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
    private static final String RESTFUL = "http://hl7.org/fhir/restful-interaction";
    private static final String KIND = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String OBJECT = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String RESOURCE_TYPES = "http://hl7.org/fhir/resource-types";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String SOURCE = "http://terminology.hl7.org/CodeSystem/security-source-type";
    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String URI = "urn:ietf:rfc:3986";
    static final String ALERT = "110113";
    static final String REST = "rest";
    static final String LOG_USED = "110101";
    static final String EXPORT = "110106";
    static final String AUTHENTICATION = "110114";
    private static final String IHE_EVENT = "urn:ihe:event-type-code";
    private static final String USER_AGENT = "https://profiles.ihe.net/ITI/BALP/CodeSystem/UserAgentTypes";
    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
    private static final String GIVES = "110153";
    private static final String GETS = "110152";
    private static final String APPLICATION = "110150";
    private static final String PERSON = "1";
    private static final String SYSTEM_OBJECT = "2";

    private final String base;

    /** @param base the address of the FHIR endpoint, by which the server is named */
    public BalpEvent(String base) {
        this.base = base;
    }

    /** The action an event names: to refuse something is to carry out a decision. */
    static String action(Deed deed) {
        return isAlert(deed) ? "E" : deed.interaction().action();
    }

    /** Whether the event is of `DCM` and says that somebody was refused. */
    static boolean isAlert(Deed deed) {
        return deed.outcome() == Outcome.REFUSED;
    }

    /** The patient an event is about. */
    public static Optional<PatientId> patientOf(AuditEvent event) {
        return event.getEntity().stream()
                .filter(entity -> PERSON.equals(entity.getType().getCode()))
                .map(entity -> new IdType(entity.getWhat().getReference()).getIdPart())
                .filter(PatientId::isValid)
                .map(PatientId::new)
                .findFirst();
    }

    /**
     * The event as its patient reads it: a query may name somebody else, so it is given without its values.
     */
    public AuditEvent forPatient(TrailEntry entry) {
        return of(entry.withoutValues());
    }

    /** The event, as it was recorded. */
    public AuditEvent of(TrailEntry entry) {
        Deed deed = entry.deed();
        AuditEvent event = new AuditEvent();
        event.setId(new IdType("AuditEvent", entry.id().toString(), "1"));
        event.getMeta().setLastUpdated(Date.from(entry.recorded()));
        profiles(entry).forEach(event.getMeta()::addProfile);
        event.setType(type(deed));
        subtypes(entry).forEach(event::addSubtype);
        event.setAction(AuditEventAction.fromCode(action(deed)));
        event.setRecordedElement(new InstantType(entry.recorded().toString()));
        event.setOutcome(AuditEventOutcome.fromCode(deed.outcome().code()));
        event.setOutcomeDesc(deed.reason());
        entry.actor().purposes().forEach(purpose -> event.addPurposeOfEvent(concept(CodeSystems.ACT_REASON, purpose)));
        agents(entry).forEach(event::addAgent);
        event.getSource().setObserver(server()).addType(new Coding(SOURCE, "4", null));
        entities(entry).forEach(event::addEntity);
        return event;
    }

    private static Coding type(Deed deed) {
        if (isAlert(deed)) {
            return dicom(ALERT);
        }
        if (deed.interaction().isSignIn()) {
            return dicom(AUTHENTICATION);
        }
        return switch (deed.interaction()) {
            case DISCLOSE -> dicom(EXPORT);
            case FORGET -> dicom(LOG_USED);
            default -> new Coding(KIND, REST, null);
        };
    }

    private static List<String> profiles(TrailEntry entry) {
        Deed deed = entry.deed();
        if (deed.outcome() != Outcome.DONE || entry.actor().client().isEmpty()) {
            return List.of();
        }
        String patient = entry.patient() == null ? "" : "Patient";
        return switch (deed.interaction()) {
            case READ, VREAD ->
                entry.patient() == null
                        ? List.of(PROFILE + "Read")
                        : List.of(PROFILE + "PatientRead", Canonical.STRUCTURE + "hr-read-event");
            case SEARCH -> List.of(PROFILE + patient + "Query");
            case CREATE -> List.of(PROFILE + patient + "Create");
            case UPDATE, PATCH -> List.of(PROFILE + patient + "Update");
            case DELETE -> List.of(PROFILE + patient + "Delete");
            case DISCLOSE -> List.of(PROFILE + "PrivacyDisclosure.Source", Canonical.STRUCTURE + "hr-disclosure");
            case HISTORY, OPERATION, FORGET, SIGN_IN, SIGN_OUT, TOKEN, BATCH, TRANSACTION -> List.of();
        };
    }

    private static List<Coding> subtypes(TrailEntry entry) {
        Deed deed = entry.deed();
        List<Coding> subtypes = new ArrayList<>();
        if (isAlert(deed)) {
            String by = entry.consents().isEmpty() ? "AuthZ-Role" : "AuthZ-Consent";
            subtypes.add(new Coding(AUTHORIZATION, by, null));
        }
        subtypes.add(new Coding(system(deed.interaction()), deed.interaction().code(), null));
        if (deed.operation() != null) {
            subtypes.add(new Coding(URI, Operations.canonical(deed.operation()), null));
        }
        return subtypes;
    }

    private static String system(Interaction interaction) {
        return switch (interaction) {
            case DISCLOSE, FORGET -> LIFECYCLE;
            case SIGN_IN, SIGN_OUT -> CodeSystems.DICOM;
            case TOKEN -> IHE_EVENT;
            default -> RESTFUL;
        };
    }

    private List<AuditEventAgentComponent> agents(TrailEntry entry) {
        Actor actor = entry.actor();
        List<AuditEventAgentComponent> agents = new ArrayList<>();
        if (!actor.client().isEmpty()) {
            AuditEventAgentComponent client = agent(clientPart(entry.deed()))
                    .setWho(new Reference()
                            .setIdentifier(new Identifier()
                                    .setSystem(CodeSystems.CLIENT_ID)
                                    .setValue(actor.client())));
            client.getNetwork()
                    .setAddress(actor.address().isEmpty() ? "unknown" : actor.address())
                    .setType(AuditEventAgentNetworkType._2);
            agents.add(client);
        }
        agents.add(serving(entry.deed()));
        if (!actor.person().isEmpty()) {
            AuditEventAgentComponent person = agent(new Coding(CodeSystems.PARTICIPATION, "IRCP", null))
                    .setWho(new Reference(actor.person()))
                    .setRequestor(true);
            actor.roles().forEach(role -> person.addRole(concept(CodeSystems.CLINIC_ROLE, role)));
            actor.purposes().forEach(purpose -> person.addPurposeOfUse(concept(CodeSystems.ACT_REASON, purpose)));
            agents.add(person);
        } else {
            // somebody asked, and if it was no person it was the app, or the server itself
            agents.get(0).setRequestor(true);
        }
        return agents;
    }

    /** This server, or the authorization server by its address. */
    private AuditEventAgentComponent serving(Deed deed) {
        String issuer = deed.interaction().isSignIn() ? deed.data() : null;
        String address = issuer == null ? base : issuer;
        AuditEventAgentComponent serving = agent(
                        issuer == null ? serverPart(deed) : new Coding(USER_AGENT, "AuthzOauthService", null))
                .setWho(new Reference()
                        .setIdentifier(new Identifier().setSystem(URI).setValue(address)));
        serving.getNetwork().setAddress(address).setType(AuditEventAgentNetworkType._5);
        return serving;
    }

    private static AuditEventAgentComponent agent(Coding part) {
        return new AuditEventAgentComponent().setType(new CodeableConcept(part)).setRequestor(false);
    }

    /** What is read goes to the app; what is searched by or written comes from it. */
    private static Coding clientPart(Deed deed) {
        return switch (part(deed)) {
            case "R" -> dicom(GETS);
            case "D", "A" -> dicom(APPLICATION);
            default -> dicom(GIVES);
        };
    }

    private static Coding serverPart(Deed deed) {
        return switch (part(deed)) {
            case "R" -> dicom(GIVES);
            case "D", "A" -> new Coding(PARTICIPANT, "custodian", null);
            default -> dicom(GETS);
        };
    }

    private static String part(Deed deed) {
        return isAlert(deed) || deed.interaction().isSignIn()
                ? "A"
                : deed.interaction().action();
    }

    private static List<AuditEventEntityComponent> entities(TrailEntry entry) {
        Deed deed = entry.deed();
        List<AuditEventEntityComponent> entities = new ArrayList<>();
        PatientId patient = entry.patient();
        if (patient != null) {
            entities.add(entity(new Coding(OBJECT, PERSON, null), PERSON).setWhat(new Reference("Patient/" + patient)));
        }
        if (deed.data() != null && !deed.interaction().isSignIn()) {
            entities.add(labelled(
                    entity(new Coding(OBJECT, SYSTEM_OBJECT, null), "4").setWhat(new Reference(deed.data())), deed));
        }
        entry.consents()
                .forEach(consent -> entities.add(
                        entity(new Coding(RESOURCE_TYPES, "Consent", null), LogQuery.ThingRole.CONSENT.code())
                                .setWhat(new Reference(consent))));
        if (deed.query() != null) {
            entities.add(entity(new Coding(OBJECT, SYSTEM_OBJECT, null), "24")
                    .setQuery(deed.query().getBytes(StandardCharsets.UTF_8)));
        }
        if (!entry.actor().request().isEmpty()) {
            entities.add(new AuditEventEntityComponent()
                    .setType(new Coding(ENTITY, "XrequestId", null))
                    .setWhat(new Reference()
                            .setIdentifier(
                                    new Identifier().setValue(entry.actor().request()))));
        }
        return entities;
    }

    private static AuditEventEntityComponent entity(Coding type, String role) {
        return new AuditEventEntityComponent().setType(type).setRole(new Coding(ROLE, role, null));
    }

    private static AuditEventEntityComponent labelled(AuditEventEntityComponent entity, Deed deed) {
        deed.classes().forEach(each -> entity.addSecurityLabel(new Coding(CodeSystems.SHARING_CLASS, each, null)));
        return entity;
    }

    private Reference server() {
        return new Reference().setIdentifier(new Identifier().setSystem(URI).setValue(base));
    }

    private static Coding dicom(String code) {
        return new Coding(CodeSystems.DICOM, code, null);
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
