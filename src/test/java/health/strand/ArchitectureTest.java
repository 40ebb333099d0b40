package health.strand;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.interceptor.consent.IConsentService;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModules;

/** The borders of the rooms. */
@AnalyzeClasses(packages = "health.strand", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> COMMANDS =
            JavaClass.Predicates.simpleNameEndingWith("Command").or(JavaClass.Predicates.simpleName("KeycloakBake"));

    @ArchTest
    static void roomsUseOnlyTheRoomsTheyDeclare(JavaClasses classes) {
        ApplicationModules.of(StrandServer.class).verify();
    }

    @ArchTest
    static final ArchRule decisionsKnowNothingButTheLanguage = classes()
            .that()
            .resideInAPackage("health.strand.access..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "org.jspecify..", "org.springframework.modulith..", "health.strand.access.."));

    @ArchTest
    static final ArchRule lawsAreValues = classes()
            .that()
            .resideInAPackage("health.strand.jurisdiction..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.springframework.modulith..",
                    "health.strand.access..",
                    "health.strand.jurisdiction.."));

    @ArchTest
    static final ArchRule consentsAreReadWithoutServerAndDatabase = classes()
            .that()
            .resideInAPackage("health.strand.consent..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.springframework.modulith..",
                    "org.hl7.fhir.instance.model.api..",
                    "org.hl7.fhir.r4.model..",
                    "ca.uhn.fhir.model.api..",
                    "health.strand.access..",
                    "health.strand.profiles..",
                    "health.strand.consent.."));

    @ArchTest
    static final ArchRule theGuideIsMadeWithoutTheServer = classes()
            .that()
            .resideInAPackage("health.strand.guide..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.springframework.modulith..",
                    "com.fasterxml.jackson..",
                    "com.google.common..",
                    "org.commonmark..",
                    "health.strand.guide..",
                    "health.strand.profiles.."))
            .because("it runs in every build, before the server is there");

    @ArchTest
    static final ArchRule onlyTheGuideIsWrittenInMarkdown = noClasses()
            .that()
            .resideOutsideOfPackage("health.strand.guide..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.commonmark..");

    @ArchTest
    static final ArchRule onlyGuardsHookIntoHapi = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "health.strand.enforcement..", "health.strand.visibility..", "health.strand.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ca.uhn.fhir.interceptor..");

    @ArchTest
    static final ArchRule onlyGuardsAnswerWithErrors = noClasses()
            .that()
            .resideOutsideOfPackages("health.strand.enforcement..", "health.strand.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ca.uhn.fhir.rest.server.exceptions..");

    @ArchTest
    static final ArchRule onlyVisibilityAndTheServerTouchHapisStorage = noClasses()
            .that()
            .resideOutsideOfPackages("health.strand.visibility..", "health.strand.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ca.uhn.fhir.jpa..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SystemRequestDetails.class)
            .because("it is the way around the guards");

    @ArchTest
    static final ArchRule onlyProvisioningAdministratesAKeycloak = noClasses()
            .that()
            .resideOutsideOfPackages("health.strand.provision..", "health.strand.keycloak..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.keycloak..", "jakarta.ws.rs..", "org.jboss.resteasy..")
            .because("the record server has no rights there");

    @ArchTest
    static final ArchRule onlyTheVaultKnowsCiphers = noClasses()
            .that()
            .resideOutsideOfPackage("health.strand.vault..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.crypto.tink..");

    @ArchTest
    static final ArchRule nobodyFiltersAfterTheFact = noClasses()
            .should()
            .implement(IConsentService.class)
            .because("what is hidden must not have been found; HAPI's consent service proceeds by default");

    @ArchTest
    static final ArchRule nobodyHandlesWholeUrls = noClasses()
            .should()
            .callMethod(RequestDetails.class, "getCompleteUrl")
            .because("search URLs carry patient data into logs");

    @ArchTest
    static final ArchRule onlyTheServerAsksTheTime = noClasses()
            .that()
            .resideOutsideOfPackage("health.strand.server..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule onlyCommandsPrint = noClasses()
            .that(DescribedPredicate.not(COMMANDS))
            .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule exceptionsSayWhatHappened = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule thereIsOneLog = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule namesAreNoJobTitles = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .orShould()
            .haveSimpleNameStartingWith("Base");

    @ArchTest
    static void filesStayShort(JavaClasses classes) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            List<String> long300 = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> lines(path) > 300)
                    .map(Path::toString)
                    .toList();
            assertThat(long300).isEmpty();
        }
    }

    private static long lines(Path path) {
        try (Stream<String> lines = Files.lines(path)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
