package health.strand.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the one member of a token answer that scripts need, without a JSON library to load first. */
final class TokenAnswer {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private TokenAnswer() {}

    static String accessToken(String json) {
        Matcher found = ACCESS_TOKEN.matcher(json);
        if (!found.find()) {
            throw new LoginFailed("Keycloak's answer holds no access token");
        }
        return found.group(1);
    }
}
