package health.strand.access;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What data is asked for: the codes of v3-ActReason below PurposeOfUse that can matter to a clinic, each with the one
 * above it.
 */
public enum PurposeOfUse {
    TREAT(null),
    ETREAT(TREAT),
    BTG(ETREAT),
    CLINTRL(TREAT),
    COC(TREAT),
    POPHLTH(TREAT),
    HPAYMT(null),
    CLMATTCH(HPAYMT),
    COVAUTH(HPAYMT),
    COVERAGE(HPAYMT),
    ELIGDTRM(COVERAGE),
    ELIGVER(COVERAGE),
    ENROLLM(COVERAGE),
    REMITADV(HPAYMT),
    HOPERAT(null),
    CAREMGT(HOPERAT),
    DONAT(HOPERAT),
    FRAUD(HOPERAT),
    GOV(HOPERAT),
    HACCRED(HOPERAT),
    HCOMPL(HOPERAT),
    HDECD(HOPERAT),
    HDIRECT(HOPERAT),
    HLEGAL(HOPERAT),
    HOUTCOMS(HOPERAT),
    HPRGRP(HOPERAT),
    HQUALIMP(HOPERAT),
    HSYSADMIN(HOPERAT),
    LABELING(HOPERAT),
    MEMADMIN(HOPERAT),
    METAMGT(HOPERAT),
    MLTRAINING(HOPERAT),
    PATADMIN(HOPERAT),
    PATSFTY(HOPERAT),
    PERFMSR(HOPERAT),
    RECORDMGT(HOPERAT),
    SYSDEV(HOPERAT),
    HTEST(SYSDEV),
    TRAIN(HOPERAT),
    HMARKT(null),
    HRESCH(null),
    BIORCH(HRESCH),
    CLINTRCH(HRESCH),
    CLINTRCHNPC(CLINTRCH),
    CLINTRCHPC(CLINTRCH),
    DSRCH(HRESCH),
    POARCH(HRESCH),
    PRECLINTRCH(HRESCH),
    TRANSRCH(HRESCH),
    PATRQT(null),
    FAMRQT(PATRQT),
    PWATRNY(PATRQT),
    SUPNWK(PATRQT),
    PUBHLTH(null),
    DISASTER(PUBHLTH),
    THREAT(PUBHLTH);

    private final @Nullable PurposeOfUse above;

    PurposeOfUse(@Nullable PurposeOfUse above) {
        this.above = above;
    }

    /** The code of v3-ActReason. */
    public String code() {
        return name();
    }

    /** The purpose with this code; empty for a code nobody knows. */
    public static Optional<PurposeOfUse> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.name().equals(code)).findFirst();
    }

    /** Whether a provision that names this purpose speaks of a request made for that one (rules C3, C4, C5). */
    public boolean covers(PurposeOfUse requested) {
        if (this == requested) {
            return true;
        }
        return requested.above != null && !requested.standsAlone() && covers(requested.above);
    }

    /** Whether it is the care of this very patient, for which the law lets a clinic keep what it needs without a consent. */
    public boolean isCare() {
        return this == TREAT || this == ETREAT || this == COC;
    }

    /** Whether it must be named itself: who agrees to what lies above it would not expect it. */
    private boolean standsAlone() {
        return this == BTG
                || this == MLTRAINING
                || this == POARCH
                || this == FAMRQT
                || this == PWATRNY
                || this == SUPNWK;
    }
}
