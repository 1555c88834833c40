package org.crmagent.tool;

import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the verified token says.
 *
 * @param issuer {@code iss}
 * @param subject {@code sub}, else {@code upn}
 * @param tokenId {@code jti}; null when the issuer gives none
 */
public record Caller(
        String issuer, String subject, @Nullable String tokenId) {}
