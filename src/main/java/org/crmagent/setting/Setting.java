package org.crmagent.setting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every setting. Those of MicroProfile JWT are the server's, but a start without them would refuse all callers. */
public enum Setting {
    PUBLIC_KEY("mp.jwt.verify.publickey", null, Takes.publicKey()),
    PUBLIC_KEY_LOCATION("mp.jwt.verify.publickey.location", null, Takes.location()),
    PUBLIC_KEY_ALGORITHM("mp.jwt.verify.publickey.algorithm", "RS256", Takes.oneOf("RS256", "ES256")),
    ISSUER("mp.jwt.verify.issuer", null, Takes.text(1000)),
    AUDIENCES("mp.jwt.verify.audiences", null, Takes.text(1000)),
    CLOCK_SKEW("mp.jwt.verify.clock.skew", "60", Takes.whole(0, 60)),
    MIGRATE("crm.migrate", "true", Takes.oneOf("true", "false")),
    MAX_BODY_BYTES("crm.max-body-bytes", "1048576", Takes.whole(1024, 67_108_864)),
    RATE_LIMIT("crm.rate-limit.per-minute", "0", Takes.whole(0, 1_000_000)),
    IDEMPOTENCY_KEPT_HOURS("crm.idempotency.kept-hours", "24", Takes.whole(1, 8760)),
    SMALL_LOCK_TIMEOUT("crm.small.lock-timeout-millis", "2000", Limits.UNDER_A_TRANSACTION),
    SMALL_STATEMENT_TIMEOUT("crm.small.statement-timeout-millis", "10000", Limits.UNDER_A_TRANSACTION),
    BULK_LOCK_TIMEOUT("crm.bulk.lock-timeout-millis", "120000", Limits.UNDER_A_TRANSACTION),
    BULK_STATEMENT_TIMEOUT("crm.bulk.statement-timeout-millis", "180000", Limits.UNDER_A_TRANSACTION),
    AUTO_QUALIFY_URL("crm.auto-qualify.url", null, Takes.address()),
    AUTO_QUALIFY_TOKEN("crm.auto-qualify.token", null, Takes.secret(1)),
    AUTO_QUALIFY_CONNECT_TIMEOUT("crm.auto-qualify.connect-timeout-millis", "2000", Takes.whole(1, 60_000)),
    AUTO_QUALIFY_READ_TIMEOUT("crm.auto-qualify.read-timeout-millis", "20000", Takes.whole(1, 120_000)),
    AUTO_QUALIFY_PAUSE("crm.auto-qualify.pause-millis", "30000", Takes.whole(0, 3_600_000)),
    AUTO_QUALIFY_AT_ONCE("crm.auto-qualify.at-once", "8", Takes.whole(1, 1000)),
    MCP_ENABLED("crm.mcp.enabled", "false", Takes.oneOf("true", "false")),
    MCP_ALLOWED_HOSTS("crm.mcp.allowed-hosts", "localhost,127.0.0.1,[::1]", Takes.hosts()),
    MCP_ALLOWED_ORIGINS("crm.mcp.allowed-origins", null, Takes.origins()),
    CONSOLE_ENABLED("crm.console.enabled", "true", Takes.oneOf("true", "false")),
    CALL_LOG("crm.call-log", "stdout", Takes.oneOf("stdout", "logger", "off")),
    METRICS_TOKEN("crm.metrics.token", null, Takes.secret(16)),
    STOP_FILE("crm.stop.file", null, Takes.fileToWrite()),
    STOP_NOTICE("crm.stop.notice-millis", "5000", Takes.whole(0, 60_000)),
    STOP_WAIT("crm.stop.wait-millis", "20000", Takes.whole(0, 300_000)),
    NODE("crm.node", null, Takes.text(200)),
    VERSION("crm.version", null, Takes.text(100));

    private final String key;
    private final @Nullable String byDefault;

    @SuppressWarnings("ImmutableEnumChecker") // words and a predicate without state
    private final Takes takes;

    Setting(String key, @Nullable String byDefault, Takes takes) {
        this.key = key;
        this.byDefault = byDefault;
        this.takes = takes;
    }

    /** Bounds that several settings share. */
    private static final class Limits {
        /** The shipped servers end a transaction after 240 s; a statement must have ended before. */
        static final Takes UNDER_A_TRANSACTION = Takes.whole(1, 239_000);
    }

    /** The name in MicroProfile Config. */
    public String key() {
        return key;
    }

    /** The environment variable that sets it (MicroProfile Config, 5.3.1). */
    public String environmentVariable() {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The value where none is given; null: none. */
    public @Nullable String byDefault() {
        return byDefault;
    }

    /** Which values it takes, as the end of a sentence that begins with "it must be". */
    public String takes() {
        return takes.words();
    }

    boolean takes(String value) {
        return takes.test().test(value);
    }

    /** True where a value, wrong or not, is told to nobody. A key that is no public key may be a private one. */
    private boolean secret(String value) {
        return this == AUTO_QUALIFY_TOKEN
                || this == METRICS_TOKEN
                || this == PUBLIC_KEY
                || (this == AUTO_QUALIFY_URL && value.contains("@"));
    }

    /** The sentence about a value that it doesn't take. */
    String fault(String value) {
        return key + " is " + (secret(value) ? "given, but can't be used" : '"' + shown(value) + '"') + ": it must be "
                + takes() + ".";
    }

    /** The sentence about a value that is missing. */
    String missing() {
        return key + " is not set: it must be " + takes() + " (environment variable " + environmentVariable() + ").";
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 100 ? line : line.substring(0, 100) + "…";
    }
}
