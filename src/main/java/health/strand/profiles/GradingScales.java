package health.strand.profiles;

/** Codes of {@link CodeSystems#PATTERN_SCALE}: which scale a grading answers. */
public final class GradingScales {

    public static final String NORWOOD_HAMILTON = "norwood-hamilton";
    public static final String BASP = "basp";
    public static final String BASP_BASIC = "basp-basic";
    public static final String BASP_SPECIFIC = "basp-specific";
    public static final String LUDWIG = "ludwig";
    public static final String SINCLAIR = "sinclair";
    public static final String SALT = "salt";
    public static final String SALT_VERTEX = "salt-vertex";
    public static final String SALT_POSTERIOR = "salt-posterior";
    public static final String SALT_LEFT = "salt-left";
    public static final String SALT_RIGHT = "salt-right";

    private GradingScales() {}
}
