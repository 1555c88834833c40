package org.crmagent.setting;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** A public key as the settings hold it: PEM, its base 64 alone, or a JWK set, plain or in base 64 (MicroProfile JWT, chapter 9). */
final class KeyText {

    /** What kind of key a text holds. */
    enum Kind {
        RSA,
        EC,
        /** One or more keys as JSON, which only the server reads. */
        JWK,
        UNREADABLE
    }

    private KeyText() {}

    /** What lies in a file, or without a scheme in the archive; empty where there is nothing that can be read. */
    static Optional<String> at(URI address) {
        try (InputStream key = address.getScheme() == null
                ? KeyText.class.getResourceAsStream(address.getPath().replaceFirst("^/?", "/"))
                : Files.newInputStream(Path.of(address))) {
            return key == null ? Optional.empty() : Optional.of(new String(key.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException unreadable) {
            return Optional.empty();
        }
    }

    static Kind kind(String text) {
        if (text.strip().startsWith("{")) {
            return Kind.JWK;
        }
        byte[] decoded;
        try {
            decoded = Base64.getMimeDecoder()
                    .decode(text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "")
                            .strip());
        } catch (IllegalArgumentException unreadable) {
            return Kind.UNREADABLE;
        }
        if (new String(decoded, StandardCharsets.UTF_8).startsWith("{")) {
            return Kind.JWK;
        }
        if (is("RSA", decoded)) {
            return Kind.RSA;
        }
        return is("EC", decoded) ? Kind.EC : Kind.UNREADABLE;
    }

    private static boolean is(String algorithm, byte[] encoded) {
        try {
            KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }
}
