package health.strand.server;

import health.strand.audit.HeadSeal;
import health.strand.receipts.ReceiptSeal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Signs heads of the audit chain with the key of receipts, as something that is no receipt. */
record SealedHeads(ReceiptSeal seal, String base) implements HeadSeal {

    private static final String TYPE = "audit-head+jwt";

    @Override
    public String sign(Map<String, Object> claims) {
        Map<String, Object> issued = new LinkedHashMap<>();
        issued.put("iss", base);
        issued.putAll(claims);
        return seal.sign(TYPE, issued);
    }

    @Override
    public Optional<Map<String, Object>> open(String signed) {
        return seal.open(TYPE, signed);
    }
}
