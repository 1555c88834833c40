package org.crmagent.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
    private static final String A_LOCATION =
            " 'an http or https address, or a file: address or a path in the archive where a public key or a JWK set lies'";

    private final Map<Setting, String> given = new EnumMap<>(Setting.class);

    SettingsTest() {
        given.put(Setting.PUBLIC_KEY_LOCATION, "https://identity.example/keys");
        given.put(Setting.ISSUER, "https://identity.example");
        given.put(Setting.AUDIENCES, "crm");
    }

    private Settings taken() {
        Settings settings = new Settings();
        settings.take(setting -> Optional.ofNullable(given.get(setting)));
        return settings;
    }

    private String fault() {
        return assertThrows(IllegalStateException.class, this::taken).getMessage();
    }

    @Test
    void fallsBackToItsDefaults() {
        given.put(Setting.RATE_LIMIT, " 7 ");
        given.put(Setting.MAX_BODY_BYTES, "");
        Settings settings = taken();
        assertEquals(7, settings.number(Setting.RATE_LIMIT));
        assertEquals(1 << 20, settings.number(Setting.MAX_BODY_BYTES));
        assertTrue(settings.truth(Setting.MIGRATE));
        assertEquals(Optional.empty(), settings.text(Setting.AUTO_QUALIFY_URL));
        assertFalse(settings.node().isBlank());
    }

    @Test
    void readsLists() {
        given.put(Setting.MCP_ALLOWED_HOSTS, "CRM.example.com , crm:8080,,[2001:db8::1]:443");
        Settings settings = taken();
        assertFalse(settings.truth(Setting.MCP_ENABLED));
        assertEquals(
                Set.of("crm.example.com", "crm:8080", "[2001:db8::1]:443"), settings.list(Setting.MCP_ALLOWED_HOSTS));
        assertEquals(Set.of(), settings.list(Setting.MCP_ALLOWED_ORIGINS));
        given.remove(Setting.MCP_ALLOWED_HOSTS);
        assertEquals(Set.of("localhost", "127.0.0.1", "[::1]"), taken().list(Setting.MCP_ALLOWED_HOSTS));
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void takesItsOwnDefault(Setting setting) {
        String byDefault = setting.byDefault();
        assertTrue(byDefault == null || setting.takes(byDefault), setting.key());
    }

    @ParameterizedTest
    @CsvSource({
        "MAX_BODY_BYTES, plenty, a whole number from 1024 to 67108864",
        "MAX_BODY_BYTES, 1023, a whole number from 1024 to 67108864",
        "MAX_BODY_BYTES, 67108865, a whole number from 1024 to 67108864",
        "MAX_BODY_BYTES, 99999999999999999999, a whole number from 1024 to 67108864",
        "MAX_BODY_BYTES, 1e6, a whole number from 1024 to 67108864",
        "RATE_LIMIT, -1, a whole number from 0 to 1000000",
        "MIGRATE, yes, true or false",
        "CALL_LOG, file, stdout or logger or off",
        "PUBLIC_KEY_ALGORITHM, HS256, RS256 or ES256",
        "BULK_STATEMENT_TIMEOUT, 240000, a whole number from 1 to 239000",
        "AUTO_QUALIFY_URL, ai.example/ask, an http or https address without user and fragment",
        "AUTO_QUALIFY_URL, ftp://ai.example/, an http or https address without user and fragment",
        "AUTO_QUALIFY_URL, http://ai example/, an http or https address without user and fragment",
        "AUTO_QUALIFY_URL, https:///ask, an http or https address without user and fragment",
        "MCP_ENABLED, TRUE, true or false",
        "MCP_ALLOWED_HOSTS, *, 'host names such as crm.example.com, separated by commas'",
        "MCP_ALLOWED_HOSTS, https://crm.example.com, 'host names such as crm.example.com, separated by commas'",
        "MCP_ALLOWED_HOSTS, *.example.com, 'host names such as crm.example.com, separated by commas'",
        "MCP_ALLOWED_HOSTS, 'localhost,crm.example.com/', 'host names such as crm.example.com, separated by commas'",
        "MCP_ALLOWED_ORIGINS, console.example.com, 'origins such as https://crm.example.com, separated by commas'",
        "MCP_ALLOWED_ORIGINS, https://console.example.com/, 'origins such as https://crm.example.com, separated by commas'",
        "MCP_ALLOWED_ORIGINS, null, 'origins such as https://crm.example.com, separated by commas'",
        "MCP_ALLOWED_ORIGINS, *, 'origins such as https://crm.example.com, separated by commas'",
        "PUBLIC_KEY_LOCATION, file:///no/such/key.pem," + A_LOCATION,
        "PUBLIC_KEY_LOCATION, file:key.pem," + A_LOCATION,
        "PUBLIC_KEY_LOCATION, /etc/hostname," + A_LOCATION,
        "PUBLIC_KEY_LOCATION, META-INF/openapi.yaml," + A_LOCATION,
        "PUBLIC_KEY_LOCATION, ftp://identity.example/keys," + A_LOCATION
    })
    void namesSettingValueAndWhatItTakes(Setting setting, String value, String takes) {
        given.put(setting, value);
        assertEquals(setting.key() + " is \"" + value + "\": it must be " + takes + ".", fault());
    }

    @ParameterizedTest
    @CsvSource({
        "METRICS_TOKEN, short",
        "METRICS_TOKEN, with blanks in between",
        "AUTO_QUALIFY_TOKEN, sé-sâme",
        "AUTO_QUALIFY_URL, https://user:sesame@ai.example/",
        "PUBLIC_KEY, MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"
    })
    void tellsNobodyWhatMayBeSecret(Setting setting, String value) {
        given.remove(Setting.PUBLIC_KEY_LOCATION);
        given.putIfAbsent(Setting.PUBLIC_KEY, "{\"keys\": []}");
        given.put(setting, value);
        String fault = fault();
        assertFalse(fault.contains(value), fault);
        assertTrue(fault.startsWith(setting.key() + " is given, but can't be used: it must be "), fault);
    }

    @Test
    void namesAllFaultsAtOnceInOneLine() {
        given.clear();
        given.put(Setting.RATE_LIMIT, "a\nb");
        String fault = fault();
        for (String part : new String[] {
            "crm.rate-limit.per-minute is \"a?b\"",
            "mp.jwt.verify.issuer is not set: it must be ",
            "(environment variable MP_JWT_VERIFY_ISSUER)",
            "mp.jwt.verify.audiences is not set",
            "Neither mp.jwt.verify.publickey nor mp.jwt.verify.publickey.location is set"
        }) {
            assertTrue(fault.contains(part), fault);
        }
        assertEquals(1, fault.lines().count());
    }

    @ParameterizedTest
    @CsvSource({
        "SMALL_LOCK_TIMEOUT, 10000, crm.small.statement-timeout-millis",
        "BULK_LOCK_TIMEOUT, 200000, crm.bulk.statement-timeout-millis"
    })
    void wantsWaitsForLocksShorterThanStatements(Setting setting, String value, String other) {
        given.put(setting, value);
        String fault = fault();
        assertTrue(fault.startsWith(setting.key() + " is \"" + value + "\": it must be less than " + other), fault);
    }

    @Test
    void wantsOneKeyThatFitsTheAlgorithm() throws NoSuchAlgorithmException {
        String rsa = key("RSA");
        given.put(Setting.PUBLIC_KEY, rsa);
        assertTrue(fault().contains("are both set"));
        given.remove(Setting.PUBLIC_KEY_LOCATION);
        taken();
        given.put(
                Setting.PUBLIC_KEY,
                "-----BEGIN PUBLIC KEY-----\n" + rsa.replaceAll("(.{64})", "$1\n") + "\n-----END PUBLIC KEY-----");
        taken();
        given.put(Setting.PUBLIC_KEY, key("EC"));
        assertTrue(fault().startsWith("mp.jwt.verify.publickey.algorithm is \"RS256\", but "), fault());
        given.put(Setting.PUBLIC_KEY_ALGORITHM, "ES256");
        taken();
    }

    @Test
    void wantsAKeyInTheFileThatFitsTheAlgorithm(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key.pem"), key("RSA"));
        given.put(Setting.PUBLIC_KEY_LOCATION, file.toUri().toString());
        taken();
        given.put(Setting.PUBLIC_KEY_ALGORITHM, "ES256");
        assertTrue(fault().contains("but mp.jwt.verify.publickey.location holds a key of the other kind"), fault());
        Files.writeString(file, "{\"keys\": []}");
        taken();
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n");
        assertTrue(fault().contains("where a public key or a JWK set lies"), fault());
    }

    private static String key(String algorithm) throws NoSuchAlgorithmException {
        return Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance(algorithm)
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());
    }
}
