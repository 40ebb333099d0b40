package health.strand.provision;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the public keys of an app are.
 *
 * @param isAddress whether the text is the address of a JWK set, and not the set itself
 */
record AppKeys(boolean isAddress, String text) {

    private static final int FEWEST_BITS = 2048;

    static Optional<AppKeys> of(Arguments arguments) {
        Optional<String> url = arguments.one("--jwks-url");
        Optional<String> file = arguments.one("--jwks-file");
        if (url.isPresent() && file.isPresent()) {
            throw new ProvisionFailed("give --jwks-url or --jwks-file, not both");
        }
        return url.map(address ->
                        new AppKeys(true, Address.secure("--jwks-url", address).toString()))
                .or(() -> file.map(AppKeys::inFile));
    }

    private static AppKeys inFile(String file) {
        try {
            return set(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new ProvisionFailed("--jwks-file cannot be read", e);
        }
    }

    /** A JWK set of public keys that are strong enough. */
    static AppKeys set(String json) {
        try {
            JWKSet set = JWKSet.parse(json);
            if (set.getKeys().isEmpty()) {
                throw new ProvisionFailed("the JWK set holds no key that can be used");
            }
            List<JWK> keys = new ArrayList<>();
            for (JWK key : set.getKeys()) {
                check(key);
                keys.add(forSigning(key));
            }
            return new AppKeys(false, new JWKSet(keys).toString(true));
        } catch (ParseException e) {
            throw new ProvisionFailed("--jwks-file is not a JWK set", e);
        }
    }

    /** Keycloak overlooks a key that is given to it and does not say what it is for. */
    private static JWK forSigning(JWK key) throws ParseException {
        Map<String, Object> members = key.toJSONObject();
        members.put("use", KeyUse.SIGNATURE.identifier());
        return JWK.parse(members);
    }

    private static void check(JWK key) {
        if (key.isPrivate()) {
            throw new ProvisionFailed("the JWK set holds a private key; the app keeps that, and must make another now");
        }
        if (key.getKeyID() == null) {
            throw new ProvisionFailed("a key of the JWK set has no `kid`");
        }
        if (key instanceof RSAKey rsa && rsa.size() < FEWEST_BITS) {
            throw new ProvisionFailed(
                    "an RSA key of the JWK set has " + rsa.size() + " bits; it needs " + FEWEST_BITS + " or more");
        }
        if (!(key instanceof RSAKey) && !(key instanceof ECKey)) {
            throw new ProvisionFailed("a key of the JWK set is neither RSA nor EC");
        }
        if (KeyUse.ENCRYPTION.equals(key.getKeyUse())) {
            throw new ProvisionFailed("a key of the JWK set is for encryption, not for signing");
        }
    }
}
