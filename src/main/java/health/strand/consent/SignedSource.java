package health.strand.consent;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;

/** What a receipt says of the form that was signed: where it is, in which language, and the hash of its bytes. */
final class SignedSource {

    private SignedSource() {}

    static Map<String, Object> claims(Consent consent) {
        Map<String, Object> claims = new LinkedHashMap<>();
        if (consent.hasLanguage()) {
            claims.put("language", consent.getLanguage());
        }
        if (consent.getSource() instanceof Attachment form) {
            if (form.hasLanguage()) {
                claims.put("language", form.getLanguage());
            }
            if (form.hasData()) {
                claims.put("source_sha256", sha256(form.getData()));
            } else if (form.hasUrl()) {
                claims.put("source", form.getUrl());
            }
        } else if (consent.getSource() instanceof Reference form) {
            ReferenceText.of(form).ifPresent(text -> claims.put("source", text));
        }
        return claims;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
