package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Map;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Source;

/** What operators read of the audit log: who called which tool, and what came of it. */
@ApplicationScoped
public class AuditTrail {

    @Inject
    AuditPage page;

    @Inject
    Source source;

    /**
     * One page, or why there is none; here violations are told, because no tool stands between.
     *
     * @param parameters of the query, as given
     */
    public Answer read(Map<String, String[]> parameters) {
        String requestId = source.newId().toString();
        try {
            JsonObject rows = page.read(AuditFilter.of(parameters));
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
