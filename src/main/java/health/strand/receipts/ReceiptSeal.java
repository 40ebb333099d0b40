package health.strand.receipts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signs receipts as compact JWS (ES256) and knows those it signed, with the present key or one before it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515">RFC 7515, JSON Web Signature</a>
 */
public final class ReceiptSeal {

    /** Told apart from access tokens and whatever else is a JWT (RFC 8725, 3.11). */
    static final JOSEObjectType TYPE = new JOSEObjectType("consent-receipt+jwt");

    private final ECKey signing;
    private final JWSSigner signer;
    private final List<ECKey> keys;

    private ReceiptSeal(List<ECKey> keys) throws JOSEException {
        this.keys = keys;
        this.signing = keys.get(0);
        this.signer = new ECDSASigner(signing);
    }

    /** The seal whose keys the file holds. */
    public static ReceiptSeal of(Path file) {
        try {
            return new ReceiptSeal(KeyFile.read(file));
        } catch (JOSEException e) {
            throw new UnusableKeys(file, "holds a key that cannot sign");
        }
    }

    /** The id of the key that signs. */
    public String keyId() {
        return signing.getKeyID();
    }

    /** The claims with a signature over them. */
    public String sign(Map<String, Object> claims) {
        return sign(TYPE, claims);
    }

    /** The claims of something that is no receipt, told apart by its type, with a signature over them. */
    public String sign(String type, Map<String, Object> claims) {
        if (TYPE.getType().equals(type)) {
            throw new IllegalArgumentException("receipts are signed as receipts");
        }
        return sign(new JOSEObjectType(type), claims);
    }

    private String sign(JOSEObjectType type, Map<String, Object> claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type)
                .keyID(signing.getKeyID())
                .build();
        JWSObject receipt = new JWSObject(header, new Payload(claims));
        try {
            receipt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the receipt key cannot sign", e);
        }
        return receipt.serialize();
    }

    /** What a receipt says; empty for one that was not signed here, or changed since. */
    public Optional<Map<String, Object>> open(String receipt) {
        return open(TYPE, receipt);
    }

    /** The same of something that is no receipt, told apart by its type. */
    public Optional<Map<String, Object>> open(String type, String signed) {
        return open(new JOSEObjectType(type), signed);
    }

    private Optional<Map<String, Object>> open(JOSEObjectType type, String receipt) {
        try {
            JWSObject parsed = JWSObject.parse(receipt);
            for (ECKey key : keys) {
                if (key.getKeyID().equals(parsed.getHeader().getKeyID())
                        && type.equals(parsed.getHeader().getType())
                        && parsed.verify(new ECDSAVerifier(key))) {
                    return Optional.ofNullable(parsed.getPayload().toJSONObject());
                }
            }
            return Optional.empty();
        } catch (ParseException | JOSEException unreadable) {
            return Optional.empty();
        }
    }

    /** The public keys, as a JWK set. */
    public String publishedKeys() {
        return new JWKSet(List.copyOf(keys)).toString(true);
    }
}
