package health.strand.server;

import java.util.List;

/** The scopes named in the SMART configuration: the ones every realm we provision can issue, in their widest form. */
final class SupportedScopes {

    static final List<String> LISTED = List.of(
            "openid",
            "fhirUser",
            "launch",
            "launch/patient",
            "launch/encounter",
            "offline_access",
            "online_access",
            "patient/*.rs",
            "patient/*.cruds",
            "patient/*.read",
            "user/*.rs",
            "user/*.cruds",
            "user/*.read",
            "system/*.rs",
            "system/*.cruds",
            "patient/Basic.cruds",
            "user/Basic.cruds");

    private SupportedScopes() {}
}
