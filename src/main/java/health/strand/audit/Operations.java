package health.strand.audit;

import health.strand.profiles.Canonical;

/** The canonical addresses of the operations the server offers, by which events name them. */
final class Operations {

    private Operations() {}

    /** The name by which an operation is called, by its canonical address. */
    static String name(String canonical) {
        return "$" + canonical.replaceFirst("^.*/OperationDefinition/(?:Patient-|Resource-)?", "");
    }

    static String canonical(String name) {
        return switch (name) {
            case "$everything" -> "http://hl7.org/fhir/OperationDefinition/Patient-everything";
            case "$validate" -> "http://hl7.org/fhir/OperationDefinition/Resource-validate";
            default -> Canonical.BASE + "OperationDefinition/" + name.substring(name.startsWith("$") ? 1 : 0);
        };
    }
}
