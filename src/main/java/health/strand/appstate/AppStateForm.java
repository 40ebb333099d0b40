package health.strand.appstate;

import ca.uhn.fhir.context.FhirContext;
import health.strand.appstate.AppState.Content;
import java.util.Date;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * Reads what an app wants kept, and shows what is kept. Whatever would not come back as it was sent is refused.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/app-state.html#create">SMART App State, create</a>
 */
public final class AppStateForm {

    private static final int LONGEST_SYSTEM = 1_000;
    private static final int LONGEST_CODE = 200;

    private final FhirContext fhir;
    private final SubjectAddress subjects;

    public AppStateForm(FhirContext fhir, SubjectAddress subjects) {
        this.fhir = fhir;
        this.subjects = subjects;
    }

    /**
     * What is to be stored of a resource as an app sends it.
     *
     * @throws Unacceptable when there is more in it than is kept, or less than is needed
     */
    public Content read(Basic sent) {
        Coding coding = coding(sent.getCode());
        String subject = sent.hasSubject() ? subject(sent.getSubject()) : "";
        sent.getExtension().forEach(AppStateForm::requireText);
        Basic kept = kept(sent);
        if (!kept.equalsDeep(withoutVersion(sent))) {
            throw new Unacceptable(
                    "Basic",
                    "app state is a `code`, a `subject` and extensions; nothing else is kept, and so nothing else is taken");
        }
        kept.setId((String) null);
        kept.setSubject(null);
        return new Content(
                coding.getSystem(),
                coding.getCode(),
                subject,
                fhir.newJsonParser().encodeResourceToString(kept));
    }

    /** The resource as the app is shown it. */
    public Basic write(AppState state) {
        Content content = state.content();
        Basic shown = fhir.newJsonParser().parseResource(Basic.class, content.body());
        shown.setId("Basic/" + state.id() + "/_history/" + state.version());
        shown.getMeta().setVersionId(String.valueOf(state.version())).setLastUpdated(Date.from(state.updated()));
        if (!content.subject().isEmpty()) {
            shown.setSubject(new Reference(subjects.of(content.subject())));
        }
        return shown;
    }

    private static Coding coding(CodeableConcept code) {
        Coding coding = code.getCoding().size() == 1 ? code.getCodingFirstRep() : new Coding();
        if (!coding.hasSystem() || !coding.hasCode()) {
            throw new Unacceptable("Basic.code", "`code` has one coding, with `system` and `code`");
        }
        if (coding.getSystem().length() > LONGEST_SYSTEM || coding.getCode().length() > LONGEST_CODE) {
            throw new Unacceptable(
                    "Basic.code",
                    "a `system` has at most " + LONGEST_SYSTEM + " characters and a `code` at most " + LONGEST_CODE);
        }
        return coding;
    }

    private String subject(Reference subject) {
        return subjects.reference(String.valueOf(subject.getReference()))
                .filter(found -> new Reference(subject.getReference()).equalsDeep(subject))
                .orElseThrow(() -> new Unacceptable(
                        "Basic.subject",
                        "`subject` has a `reference` alone, the whole address of a resource of the record, like `"
                                + subjects.of("Patient/[id]") + "`"));
    }

    private static void requireText(Extension extension) {
        boolean text = extension.hasUrl() && extension.getValue() instanceof StringType value && value.hasValue();
        if (!text || !plain(extension).equalsDeep(extension)) {
            throw new Unacceptable("Basic.extension", "an extension has a `url` and a `valueString`, and nothing else");
        }
    }

    private static Extension plain(Extension extension) {
        return new Extension(
                extension.getUrl(), new StringType(extension.getValue().primitiveValue()));
    }

    /** Profiles are kept, because they are declared; labels and tags would promise what nobody holds. */
    private static Basic kept(Basic sent) {
        Basic kept = new Basic();
        kept.setIdElement(sent.getIdElement());
        sent.getMeta().getProfile().forEach(profile -> kept.getMeta().addProfile(profile.getValue()));
        kept.setCode(sent.getCode());
        kept.setSubject(sent.getSubject());
        sent.getExtension().forEach(each -> kept.addExtension(plain(each)));
        return kept;
    }

    private static Basic withoutVersion(Basic sent) {
        Basic copy = sent.copy();
        if (copy.hasMeta()) {
            Meta meta = copy.getMeta();
            meta.setVersionId(null).setLastUpdated(null);
        }
        return copy;
    }
}
