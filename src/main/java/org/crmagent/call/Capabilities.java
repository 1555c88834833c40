package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.crmagent.catalogue.Catalogue;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.store.Failure;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Canonical;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** The other operation: the tool catalogue. */
@ApplicationScoped
public class Capabilities {
    private static final System.Logger LOG = System.getLogger(Capabilities.class.getName());
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String ETAG = "ETag";

    @Inject
    Catalogue catalogue;

    @Inject
    GateCheck gateCheck;

    @Inject
    Settings settings;

    private volatile @Nullable JsonObject published;

    /**
     * The catalogue, or nothing new (304), once the organization, if one is named, has let the caller in.
     *
     * @param organizationId as given in the query
     * @param ifNoneMatch as given in the header
     * @param requestId that the answer bears
     */
    public Answer read(@Nullable String organizationId, @Nullable String ifNoneMatch, String requestId) {
        try {
            if (organizationId != null) {
                gateCheck.check(parsed(organizationId));
            }
        } catch (Refusal refusal) {
            return Envelope.error(refusal.code(), refusal.sentence(), refusal.violations(), requestId);
        } catch (RuntimeException failure) {
            return failed("capabilities", failure, requestId);
        }
        String etag = etag(organizationId);
        if (matches(ifNoneMatch, etag)) {
            return new Answer(304, Map.of(ETAG, etag), new byte[0]);
        }
        return Envelope.success(published(), requestId, null).with(ETAG, etag);
    }

    private static UUID parsed(String organizationId) {
        if (!UUID_FORM.matcher(organizationId).matches()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_FAILED,
                    "organizationId must be a UUID: find it with crm_resolve_workspace.",
                    List.of(new Violation("/organizationId", "bad_format", "must be a UUID", null)));
        }
        return UUID.fromString(organizationId);
    }

    /** The answer to a reading that failed, which is logged here. */
    static Answer failed(String reading, RuntimeException failure, String requestId) {
        boolean passing = Failure.of(failure).passes();
        LOG.log(
                passing ? System.Logger.Level.WARNING : System.Logger.Level.ERROR,
                reading + " failed, request " + requestId,
                failure);
        return passing
                ? Envelope.error(
                        ErrorCode.UNAVAILABLE, "The database did not answer in time; ask again.", List.of(), requestId)
                : Envelope.error(
                        ErrorCode.INTERNAL_ERROR,
                        "Something went wrong here; tell the operator the requestId.",
                        List.of(),
                        requestId);
    }

    private JsonObject published() {
        JsonObject known = published;
        if (known == null) {
            JsonArrayBuilder tools = Json.createArrayBuilder();
            catalogue.entries().forEach(entry -> tools.add(entry.published()));
            known = Json.createObjectBuilder()
                    .add("version", settings.text(Setting.VERSION).orElseThrow())
                    .add(
                            "auth",
                            Json.createObjectBuilder()
                                    .add("requiredRole", "super_admin")
                                    .add("requiresOrganizationId", true)
                                    .add("tokenTypes", Json.createArrayBuilder().add("jwt")))
                    .add(
                            "defaults",
                            Json.createObjectBuilder()
                                    .add("maxPageSize", 100)
                                    .add("defaultPageSize", 20)
                                    .add("dryRunDefault", false))
                    .add("tools", tools)
                    .build();
            published = known;
        }
        return known;
    }

    /** Weak, because gzip or not it is the same catalogue (RFC 9110, 8.8.1). */
    private String etag(@Nullable String organizationId) {
        return "W/\""
                + Canonical.sha256(published().toString(), String.valueOf(organizationId))
                        .substring(0, 32) + '"';
    }

    private static boolean matches(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        String opaque = etag.substring(2);
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.strip();
            if ("*".equals(tag) || tag.equals(etag) || tag.equals(opaque)) {
                return true;
            }
        }
        return false;
    }
}
