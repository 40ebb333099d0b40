package health.strand.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What entries are looked for by: all that is given must hold; what is null or empty asks for nothing.
 *
 * @param from inclusive
 * @param until exclusive
 * @param agents persons as {@code Type/id}
 * @param subtypes codes of interactions, canonical addresses of operations, or `AuthZ-Role` and `AuthZ-Consent` for refusals
 * @param types codes of {@code AuditEvent.type}
 * @param things what is in an entry, each {@code Type/id}
 * @param roles in which of its roles; where no thing is given, entries in which anything has one of them
 * @param everybody whether the requester reads the trail of everybody; for others what they may not see of their own record
 *     has left no trace
 * @param most how many, at most
 * @param after the entry that was the last of the page before
 */
public record LogQuery(
        List<UUID> ids,
        List<String> patients,
        @Nullable Instant from,
        @Nullable Instant until,
        List<String> agents,
        List<String> subtypes,
        List<String> actions,
        List<String> outcomes,
        List<String> types,
        List<String> things,
        Set<ThingRole> roles,
        boolean everybody,
        int most,
        @Nullable Mark after) {

    public LogQuery {
        ids = List.copyOf(ids);
        patients = List.copyOf(patients);
        agents = List.copyOf(agents);
        subtypes = List.copyOf(subtypes);
        types = List.copyOf(types);
        actions = List.copyOf(actions);
        outcomes = List.copyOf(outcomes);
        things = List.copyOf(things);
        roles = Set.copyOf(roles);
    }

    /** What a thing is to an entry, by codes of {@code AuditEvent.entity.role}. */
    public enum ThingRole {
        /** The patient it is about. */
        PATIENT("1", "patient", "'Patient/' || patient = any (?::text[])"),
        /** What was read or written. */
        DATA("4", "data", "regexp_replace(data, '/_history/.*', '') = any (?::text[])"),
        /** A consent by which it was decided. */
        CONSENT("13", "consents", "consents && ?::text[]");

        private final String code;
        private final String column;
        private final String condition;

        ThingRole(String code, String column, String condition) {
            this.code = code;
            this.column = column;
            this.condition = condition;
        }

        String code() {
            return code;
        }

        /** That one of some things has it. */
        String condition() {
            return condition;
        }

        /** That anything has it. */
        String presence() {
            return column + " is not null";
        }

        /** The role of a code of {@code http://terminology.hl7.org/CodeSystem/object-role}. */
        public static Optional<ThingRole> fromCode(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst();
        }
    }

    /** For one entry. */
    public static LogQuery one(UUID id, boolean everybody) {
        return new LogQuery(
                List.of(id),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                EnumSet.allOf(ThingRole.class),
                everybody,
                1,
                null);
    }

    /** The same from the first page on. */
    public LogQuery fromTheFirst() {
        return new LogQuery(
                ids, patients, from, until, agents, subtypes, actions, outcomes, types, things, roles, everybody, most,
                null);
    }

    /** A place in the log, whose entries come in the order of their times, the newest first. */
    public record Mark(Instant recorded, UUID id) {

        /** A mark as it is written into a link; empty when it is none. */
        public static Optional<Mark> parse(String text) {
            String[] parts = text.split("_", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new Mark(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                        : Optional.empty();
            } catch (DateTimeParseException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return recorded + "_" + id;
        }
    }
}
