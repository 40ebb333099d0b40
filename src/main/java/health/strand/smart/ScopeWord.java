package health.strand.smart;

import health.strand.access.Permission;
import health.strand.access.Scope;
import health.strand.access.ScopeContext;
import health.strand.access.SearchRestriction;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a single scope on resources. */
final class ScopeWord {

    private static final Pattern SYNTAX = Pattern.compile(
            "(?<context>patient|user|system)/(?<type>\\*|[A-Z][A-Za-z]{1,63})\\.(?<rights>[a-z]{1,5}|\\*)"
                    + "(?:\\?(?<query>.*))?");

    private static final Pattern LETTERS = Pattern.compile("c?r?u?d?s?");

    private ScopeWord() {}

    /** Empty when the text is not a scope we can keep to the letter. */
    static Optional<Scope> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rights = matcher.group("rights");
        String query = matcher.group("query");
        if (query != null && isOfVersion1(rights)) {
            return Optional.empty();
        }
        Set<Permission> permissions = permissions(rights);
        ScopeContext context = ScopeContext.valueOf(matcher.group("context").toUpperCase(Locale.ROOT));
        String type = matcher.group("type");
        return permissions.isEmpty()
                ? Optional.empty()
                : restrictions(query).map(restrictions -> new Scope(context, type, permissions, restrictions));
    }

    private static boolean isOfVersion1(String rights) {
        return rights.equals("read") || rights.equals("write") || rights.equals("*");
    }

    private static Set<Permission> permissions(String rights) {
        return switch (rights) {
            case "read" -> EnumSet.of(Permission.READ, Permission.SEARCH);
            case "write" -> EnumSet.of(Permission.CREATE, Permission.UPDATE, Permission.DELETE);
            case "*" -> EnumSet.allOf(Permission.class);
            default -> LETTERS.matcher(rights).matches() ? spelled(rights) : Set.of();
        };
    }

    private static Set<Permission> spelled(String letters) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission each : Permission.values()) {
            if (letters.indexOf(each.letter()) >= 0) {
                permissions.add(each);
            }
        }
        return permissions;
    }

    private static Optional<List<SearchRestriction>> restrictions(@Nullable String query) {
        return query == null ? Optional.of(List.of()) : ScopeQuery.parse(query);
    }
}
