package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Plan;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that bind a run to the preview it follows: expiry, number and fingerprint of the set, and an HMAC-SHA256 (RFC
 * 2104) over these with caller, tool, organization and input. The key lies in the database, the same for all nodes.
 */
@ApplicationScoped
class Previews {
    private static final Duration VALID = Duration.ofMinutes(30);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CLAIMS = 3 * Long.BYTES;
    private static final int LENGTH = CLAIMS + 32;

    /** Spent tokens lie among the answers of their tool, as their hash: no caller names a request so by chance. */
    private static final String SPENT = """
            select count(*) as spent from idempotency_record
            where organization_id = :organizationId and issuer = :issuer and subject = :subject
              and tool_name = :tool and request_id = :requestId
            """;

    private static final String SPEND = """
            insert into idempotency_record
              (organization_id, issuer, subject, tool_name, request_id, request_hash, http_status, response, created_at)
            values (:organizationId, :issuer, :subject, :tool, :requestId, '', 200, '', :now)
            """;

    @Inject
    Sql sql;

    private volatile @Nullable SecretKeySpec key;

    /** A token for this plan. */
    String issue(Attempt attempt, Plan<?> plan) {
        Instant expires = attempt.started.plus(VALID);
        byte[] claims = ByteBuffer.allocate(CLAIMS)
                .putLong(micros(expires))
                .putLong(plan.count())
                .putLong(plan.fingerprint())
                .array();
        byte[] token = ByteBuffer.allocate(LENGTH)
                .put(claims)
                .put(signature(attempt, claims))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * Tells whether the plan is the one the token was given for, and was not applied with it before. The plan has locked what
     * it would change, so that whoever applied the same token has committed.
     *
     * @throws Refusal {@code preview_invalid} when the token is not ours, not for this call, or too old
     */
    boolean holds(Attempt attempt, String token, Plan<?> plan) {
        ByteBuffer claims = verified(attempt, token);
        if (claims.getLong() < micros(attempt.started)) {
            throw invalid("the preview is older than " + VALID.toMinutes() + " minutes");
        }
        return claims.getLong() == plan.count() && claims.getLong() == plan.fingerprint() && !spent(attempt, token);
    }

    /** So fine that no two previews get the same token, of which the first may be spent. */
    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** Makes sure that the token is never applied again, should the same set come back. */
    void spend(Attempt attempt, String token) {
        sql.of(SPEND)
                .setAll(storedAs(attempt, token))
                .set("now", attempt.started)
                .update();
    }

    private boolean spent(Attempt attempt, String token) {
        return sql.of(SPENT).setAll(storedAs(attempt, token)).one(row -> row.number("spent") > 0);
    }

    private static Map<String, String> storedAs(Attempt attempt, String token) {
        return attempt.storedAs("previewToken " + Canonical.sha256(token));
    }

    private ByteBuffer verified(Attempt attempt, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException malformed) {
            throw invalid("the token is not one of this API's");
        }
        if (bytes.length != LENGTH) {
            throw invalid("the token is not one of this API's");
        }
        byte[] claims = Arrays.copyOf(bytes, CLAIMS);
        byte[] given = Arrays.copyOfRange(bytes, CLAIMS, LENGTH);
        if (!MessageDigest.isEqual(given, signature(attempt, claims))) {
            throw invalid("the token is for another caller, tool, organization or input");
        }
        return ByteBuffer.wrap(claims);
    }

    private byte[] signature(Attempt attempt, byte[] claims) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update(claims);
            return mac.doFinal(Canonical.sha256(
                            attempt.caller.issuer(),
                            attempt.caller.subject(),
                            attempt.toolName,
                            String.valueOf(attempt.organizationId()),
                            Canonical.text(Meant.by(
                                    attempt.inputType(),
                                    attempt.passable().withoutConsent().build())))
                    .getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(
                    sql.acrossOrganizations("select secret from server_key where name = 'preview_token'")
                            .one(row -> row.bytes("secret")),
                    ALGORITHM);
            key = known;
        }
        return known;
    }

    private static Refusal invalid(String cause) {
        return new Refusal(
                ErrorCode.PREVIEW_INVALID,
                "The previewToken is not valid (" + cause + "): ask for a new one with dryRun: true.",
                List.of(new Violation("/input/previewToken", "preview_invalid", cause, null)));
    }
}
