package org.crmagent.setting;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with the settings, one by one and together. */
final class SettingsCheck {
    private SettingsCheck() {}

    /** A sentence for each fault; rules about several settings only once each of them can be read. */
    static List<String> faults(Map<Setting, String> given) {
        List<String> faults = new ArrayList<>();
        given.forEach((setting, value) -> {
            if (!setting.takes(value)) {
                faults.add(setting.fault(value));
            }
        });
        required(given, Setting.ISSUER, faults);
        required(given, Setting.AUDIENCES, faults);
        boolean hasKey = given.containsKey(Setting.PUBLIC_KEY);
        boolean hasLocation = given.containsKey(Setting.PUBLIC_KEY_LOCATION);
        if (!hasKey && !hasLocation) {
            faults.add("Neither " + Setting.PUBLIC_KEY.key() + " nor " + Setting.PUBLIC_KEY_LOCATION.key()
                    + " is set: one of them must tell the key that signs tokens.");
        } else if (hasKey && hasLocation) {
            faults.add(Setting.PUBLIC_KEY.key() + " and " + Setting.PUBLIC_KEY_LOCATION.key()
                    + " are both set: only one of them can tell the key that signs tokens.");
        }
        if (faults.isEmpty()) {
            keyFits(given, faults);
            ascending(given, Setting.SMALL_LOCK_TIMEOUT, Setting.SMALL_STATEMENT_TIMEOUT, faults);
            ascending(given, Setting.BULK_LOCK_TIMEOUT, Setting.BULK_STATEMENT_TIMEOUT, faults);
        }
        return faults;
    }

    private static void required(Map<Setting, String> given, Setting setting, List<String> faults) {
        if (!given.containsKey(setting)) {
            faults.add(setting.missing());
        }
    }

    /** Keys at a web address are the server's to read, when a token comes. */
    private static void keyFits(Map<Setting, String> given, List<String> faults) {
        Setting source = given.containsKey(Setting.PUBLIC_KEY) ? Setting.PUBLIC_KEY : Setting.PUBLIC_KEY_LOCATION;
        String value = String.valueOf(given.get(source));
        String key = source == Setting.PUBLIC_KEY
                ? value
                : KeyText.at(URI.create(value)).orElse("");
        String algorithm = given.get(Setting.PUBLIC_KEY_ALGORITHM);
        KeyText.Kind misfit = "RS256".equals(algorithm) ? KeyText.Kind.EC : KeyText.Kind.RSA;
        if (KeyText.kind(key) == misfit) {
            faults.add(Setting.PUBLIC_KEY_ALGORITHM.key() + " is \"" + algorithm + "\", but " + source.key()
                    + " holds a key of the other kind: they must fit.");
        }
    }

    /** Or a call that waits for a lock would end as a statement that runs too long. */
    private static void ascending(Map<Setting, String> given, Setting less, Setting more, List<String> faults) {
        String lower = given.get(less);
        String upper = given.get(more);
        if (lower != null && upper != null && Long.parseLong(lower) >= Long.parseLong(upper)) {
            faults.add(less.key() + " is \"" + lower + "\": it must be less than " + more.key() + ", which is \""
                    + upper + "\".");
        }
    }
}
