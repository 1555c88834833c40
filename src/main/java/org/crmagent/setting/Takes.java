package org.crmagent.setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which values a setting takes.
 *
 * @param words the end of a sentence that begins with "it must be"
 */
record Takes(String words, Predicate<String> test) {
    private static final int MOST_DIGITS = 10;
    private static final String HOST = "([a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?";

    static Takes whole(long min, long max) {
        return new Takes(
                "a whole number from " + min + " to " + max,
                value -> value.matches("[0-9]{1," + MOST_DIGITS + "}")
                        && Long.parseLong(value) >= min
                        && Long.parseLong(value) <= max);
    }

    static Takes oneOf(String... values) {
        return new Takes(String.join(" or ", values), List.of(values)::contains);
    }

    static Takes text(int most) {
        return new Takes(
                "1 to " + most + " printable characters",
                value -> value.length() <= most
                        && !value.isBlank()
                        && value.chars().noneMatch(Character::isISOControl));
    }

    /** What can stand in a header as it is. */
    static Takes secret(int least) {
        return new Takes(
                least + " to 4096 characters of ASCII without blanks",
                value -> value.matches("[!-~]{" + least + ",4096}"));
    }

    /** An address of a server that is asked; credentials have a setting of their own. */
    static Takes address() {
        return new Takes("an http or https address without user and fragment", value -> {
            URI address = uri(value);
            return address != null
                    && isWeb(address)
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null;
        });
    }

    /** Where a key lies; what is given without a scheme lies in the archive. What can be read at the start has to be a key. */
    static Takes location() {
        return new Takes(
                "an http or https address, or a file: address or a path in the archive where a public key or a JWK set lies",
                value -> {
                    URI address = uri(value);
                    return address != null
                            && (isWeb(address)
                                    || KeyText.at(address)
                                            .filter(text -> KeyText.kind(text) != KeyText.Kind.UNREADABLE)
                                            .isPresent());
                });
    }

    static Takes fileToWrite() {
        return new Takes("the path of a file in a folder that can be written", value -> {
            try {
                Path folder = Path.of(value).toAbsolutePath().getParent();
                return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
            } catch (InvalidPathException unusable) {
                return false;
            }
        });
    }

    /** With a port where only that one is meant. */
    static Takes hosts() {
        return list(HOST, "host names such as crm.example.com");
    }

    /** As browsers write them. */
    static Takes origins() {
        return list("https?://" + HOST, "origins such as https://crm.example.com");
    }

    private static Takes list(String form, String what) {
        return new Takes(
                what + ", separated by commas",
                value -> Settings.list(value).stream().allMatch(each -> each.matches(form)));
    }

    static Takes publicKey() {
        return new Takes(
                "a public key for RS256 or ES256 as PEM or base 64, or a JWK set",
                value -> KeyText.kind(value) != KeyText.Kind.UNREADABLE);
    }

    private static boolean isWeb(URI address) {
        return address.getScheme() != null
                && List.of("http", "https").contains(address.getScheme().toLowerCase(Locale.ROOT))
                && address.getHost() != null;
    }

    static @Nullable URI uri(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException malformed) {
            return null;
        }
    }
}
