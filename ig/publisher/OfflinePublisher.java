import javassist.ClassPool;
import javassist.CtClass;
import org.hl7.fhir.igtools.publisher.Publisher;

/**
 * Starts HL7's IG Publisher with two answers changed. Told that there is no terminology server it still leaves LOINC, SNOMED CT
 * and ICD-10 to one and ends with a null pointer at the first such code. Here it looks into our excerpts, and knows from the
 * start that there is no server.
 */
public final class OfflinePublisher {
    public static void main(String[] arguments) throws Exception {
        CtClass systems = library("org.hl7.fhir.r5.terminologies.ValueSetUtilities");
        systems.getDeclaredMethod("isServerSide", new CtClass[] {ClassPool.getDefault().get("java.lang.String")})
                .setBody("{ return false; }");
        // a class of the same package lends its right to define another
        systems.toClass(Class.forName("org.hl7.fhir.r5.terminologies.CodeSystemUtilities"));
        CtClass context = library("org.hl7.fhir.r5.context.BaseWorkerContext");
        context.getDeclaredMethod("setCanRunWithoutTerminology").insertAfter("{ noTerminologyServer = $1; }");
        context.toClass(Class.forName("org.hl7.fhir.r5.context.IWorkerContext"));
        Publisher.main(arguments);
    }

    private static CtClass library(String name) throws Exception {
        return ClassPool.getDefault().get(name);
    }
}
