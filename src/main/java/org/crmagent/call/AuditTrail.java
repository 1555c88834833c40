package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.crmagent.tool.Refusal;
import org.jspecify.annotations.Nullable;

/** What operators read of the audit log: who called which tool, and what came of it. */
@ApplicationScoped
public class AuditTrail {

    @Inject
    AuditPage page;

    /**
     * One page, or why there is none; here violations are told, because no tool stands between.
     *
     * @param query of the address, as sent; null where it has none
     * @param requestId that the answer bears
     */
    public Answer read(@Nullable String query, String requestId) {
        try {
            JsonObject rows = page.read(AuditFilter.of(query));
            return Envelope.success(rows, requestId, null);
        } catch (Refusal refusal) {
            return Envelope.error(
                    refusal.code(),
                    refusal.sentence(),
                    Envelope.errorData(refusal.code(), refusal.violations()),
                    requestId);
        } catch (RuntimeException failure) {
            return Capabilities.failed("audit", failure, requestId);
        }
    }
}
