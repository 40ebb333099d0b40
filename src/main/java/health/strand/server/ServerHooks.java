package health.strand.server;

import ca.uhn.fhir.interceptor.api.HookParams;
import ca.uhn.fhir.interceptor.api.IInterceptorBroadcaster;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hooks a request calls for the server, and not those it calls for storage. HAPI calls storage's hooks at the storage's
 * interceptors and at the request's; here these are the same ones, and everything they do would be done twice.
 */
record ServerHooks(IInterceptorBroadcaster all) implements IInterceptorBroadcaster {

    private static boolean isOfTheServer(Pointcut pointcut) {
        return pointcut.name().startsWith("SERVER_");
    }

    @Override
    public boolean callHooks(Pointcut pointcut, HookParams params) {
        return !isOfTheServer(pointcut) || all.callHooks(pointcut, params);
    }

    @Override
    public @Nullable Object callHooksAndReturnObject(Pointcut pointcut, HookParams params) {
        return isOfTheServer(pointcut) ? all.callHooksAndReturnObject(pointcut, params) : null;
    }

    @Override
    public boolean hasHooks(Pointcut pointcut) {
        return isOfTheServer(pointcut) && all.hasHooks(pointcut);
    }

    @Override
    public List<IInvoker> getInvokersForPointcut(Pointcut pointcut) {
        return isOfTheServer(pointcut) ? all.getInvokersForPointcut(pointcut) : List.of();
    }
}
