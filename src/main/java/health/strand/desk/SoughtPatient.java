package health.strand.desk;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import ca.uhn.fhir.rest.param.ParameterUtil;
import ca.uhn.fhir.util.StringUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/**
 * What somebody at the desk says of themselves. Of identifier, name, birth date, phone and e-mail it takes two: with one,
 * whoever asks would learn whether somebody they have heard of is a patient here.
 */
public final class SoughtPatient {

    /** How many facts it takes. */
    public static final int FACTS = 2;

    private interface Fact {

        /** Names of search parameters and their values, escaped. */
        Map<String, String> search();

        boolean fits(Patient patient);
    }

    private final List<Fact> facts = new ArrayList<>();

    private SoughtPatient() {}

    /** What a patient as described says; parts of a fact, such as a family name alone or a year of birth, are none. */
    public static SoughtPatient of(Patient described) {
        SoughtPatient sought = new SoughtPatient();
        described.getIdentifier().stream()
                .filter(each -> each.hasSystem() && each.hasValue())
                .findFirst()
                .map(IdentifierFact::new)
                .ifPresent(sought.facts::add);
        described.getName().stream()
                .filter(each -> each.hasFamily() && each.hasGiven())
                .findFirst()
                .map(each ->
                        new NameFact(each.getFamily(), each.getGiven().get(0).getValue()))
                .ifPresent(sought.facts::add);
        if (described.hasBirthDate() && described.getBirthDateElement().getPrecision() == TemporalPrecisionEnum.DAY) {
            sought.facts.add(new BirthFact(described.getBirthDateElement().getValueAsString()));
        }
        for (ContactPoint.ContactPointSystem system :
                List.of(ContactPoint.ContactPointSystem.PHONE, ContactPoint.ContactPointSystem.EMAIL)) {
            described.getTelecom().stream()
                    .filter(each -> each.getSystem() == system && each.hasValue())
                    .findFirst()
                    .map(each -> new ContactFact(system, each.getValue()))
                    .ifPresent(sought.facts::add);
        }
        return sought;
    }

    /** Whether it is enough to look for somebody by. */
    public boolean isEnough() {
        return facts.size() >= FACTS;
    }

    /** Search parameters and their values, escaped, that find whoever fits, and maybe some who do not. */
    public Map<String, List<String>> search() {
        Map<String, List<String>> search = new HashMap<>();
        facts.forEach(each -> each.search().forEach((name, value) -> search.put(name, List.of(value))));
        return search;
    }

    /** Whether everything that is said is true of a patient. */
    public boolean fits(Patient patient) {
        return isEnough() && facts.stream().allMatch(each -> each.fits(patient));
    }

    private static String escape(String value) {
        return ParameterUtil.escape(value);
    }

    private static String plain(String text) {
        return StringUtil.normalizeStringForSearchIndexing(text.strip());
    }

    private record IdentifierFact(Identifier said) implements Fact {

        @Override
        public Map<String, String> search() {
            return Map.of(Patient.SP_IDENTIFIER, escape(said.getSystem()) + "|" + escape(said.getValue()));
        }

        @Override
        public boolean fits(Patient patient) {
            return patient.getIdentifier().stream()
                    .anyMatch(each -> Objects.equals(each.getSystem(), said.getSystem())
                            && Objects.equals(each.getValue(), said.getValue()));
        }
    }

    /** Upper and lower case, and accents, are not heard. */
    private record NameFact(String family, String given) implements Fact {

        @Override
        public Map<String, String> search() {
            return Map.of(Patient.SP_FAMILY, escape(family), Patient.SP_GIVEN, escape(given));
        }

        @Override
        public boolean fits(Patient patient) {
            return patient.getName().stream().anyMatch(this::fits);
        }

        private boolean fits(HumanName name) {
            return name.hasFamily()
                    && plain(name.getFamily()).equals(plain(family))
                    && name.getGiven().stream()
                            .map(StringType::getValue)
                            .anyMatch(each -> each != null && plain(each).equals(plain(given)));
        }
    }

    private record BirthFact(String day) implements Fact {

        @Override
        public Map<String, String> search() {
            return Map.of(Patient.SP_BIRTHDATE, day);
        }

        @Override
        public boolean fits(Patient patient) {
            return day.equals(patient.getBirthDateElement().getValueAsString());
        }
    }

    private record ContactFact(ContactPoint.ContactPointSystem system, String value) implements Fact {

        @Override
        public Map<String, String> search() {
            boolean phone = system == ContactPoint.ContactPointSystem.PHONE;
            return Map.of(phone ? Patient.SP_PHONE : Patient.SP_EMAIL, escape(value));
        }

        @Override
        public boolean fits(Patient patient) {
            return patient.getTelecom().stream()
                    .anyMatch(each -> each.getSystem() == system && value.equalsIgnoreCase(each.getValue()));
        }
    }
}
