import javassist.ClassPool;
import javassist.CtClass;
import org.hl7.fhir.igtools.publisher.Publisher;

/**
 * Starts HL7's IG Publisher with one answer changed. It leaves LOINC, SNOMED CT and ICD-10 to a terminology server even when
 * told that there is none, and ends with a null pointer at the first such code. Here it looks into our excerpts instead.
 */
public final class OfflinePublisher {
    private static final String ROOM = "org.hl7.fhir.r5.terminologies.";

    public static void main(String[] arguments) throws Exception {
        var answers = ClassPool.getDefault().get(ROOM + "ValueSetUtilities");
        var systemOnly = ClassPool.getDefault().getCtClass("java.lang.String");
        answers.getDeclaredMethod("isServerSide", new CtClass[] {systemOnly}).setBody("{ return false; }");
        // a class of the same package lends its right to define another
        answers.toClass(Class.forName(ROOM + "CodeSystemUtilities"));
        Publisher.main(arguments);
    }
}
