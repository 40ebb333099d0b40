/**
 * What Keycloak does not do of SMART App Launch by itself: it checks what a token is wanted for, opens launches, lets
 * people choose a patient and what an app may read, and binds the choice to the one authorization it was made in. Packed
 * as a jar of its own, it runs inside Keycloak and knows none of the other rooms.
 */
@ApplicationModule(
        displayName = "Keycloak provider",
        allowedDependencies = {})
@NullMarked
package health.strand.keycloak;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
