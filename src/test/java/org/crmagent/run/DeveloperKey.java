package org.crmagent.run;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** A key pair that stands in for an identity provider: its tokens open a development or test server, and no other. */
public final class DeveloperKey {
    public static final String ISSUER = "https://identity.example/developer";
    public static final String AUDIENCE = "crm-agent-api";

    private final RSAKey key;

    private DeveloperKey(RSAKey key) {
        this.key = key;
    }

    /** A new key that is kept nowhere. */
    public static DeveloperKey make() {
        return make("developer");
    }

    /** A new key of this id that is kept nowhere. */
    public static DeveloperKey make(String id) {
        try {
            return new DeveloperKey(new RSAKeyGenerator(2048).keyID(id).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("This JDK makes no RSA key", e);
        }
    }

    /** The key of an earlier run, or a new one kept in that file. */
    public static DeveloperKey in(Path file) {
        try {
            if (Files.exists(file)) {
                return new DeveloperKey(RSAKey.parse(Files.readString(file)));
            }
            DeveloperKey made = make();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, made.key.toJSONString());
            return made;
        } catch (IOException | ParseException e) {
            throw new Failure("The developer key " + file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    /** What a server needs to check the tokens, as PEM. */
    public String publicKey() {
        try {
            String lines =
                    Base64.getMimeEncoder().encodeToString(key.toRSAPublicKey().getEncoded());
            return "-----BEGIN PUBLIC KEY-----\n" + lines.replace("\r", "") + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException("The developer key is no RSA key", e);
        }
    }

    /** The same as a JWK set, with those of others. */
    public String publicKeySet(DeveloperKey... others) {
        List<JWK> keys = new ArrayList<>(List.of(key.toPublicJWK()));
        for (DeveloperKey other : others) {
            keys.add(other.key.toPublicJWK());
        }
        return new JWKSet(keys).toString();
    }

    /** Claims that the server takes: change them to make a token that it must refuse. */
    public static JWTClaimsSet.Builder claims(Duration validity) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("developer")
                .claim("upn", "developer@example.org")
                .claim("groups", List.of("super_admin"))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validity)));
    }

    /** A signed token with these claims. */
    public String token(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The developer key does not sign", e);
        }
        return token.serialize();
    }
}
