package org.crmagent.model.qualification;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers by the numbering plans of the world. A number counts when its country and its length exist: whether its
 * range is in use changes from month to month, and numbers kept for tests and films are in none.
 */
final class PhoneNumber {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final String DEFAULT_REGION = "FR";
    private static final int LONGEST = 200;
    private static final int MOST_TRIES = 100;

    private PhoneNumber() {}

    /** True for the E.164 form of a number that can exist. */
    static boolean isPossible(String e164) {
        return read(e164, null).filter(e164::equals).isPresent();
    }

    /**
     * The E.164 form of the one number in a text, if it can exist.
     *
     * @param country ISO 3166-1 alpha-2, of numbers without a country's prefix; null or unknown: France
     */
    static Optional<String> read(String text, @Nullable String country) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String region = region(country);
        return parsed(text, region)
                .filter(PLANS::isPossibleNumber)
                .or(() -> onlyOne(text, region))
                .map(number -> PLANS.format(number, PhoneNumberFormat.E164));
    }

    private static Optional<Phonenumber.PhoneNumber> onlyOne(String text, String region) {
        List<Phonenumber.PhoneNumber> found = new ArrayList<>();
        PLANS.findNumbers(text, region, Leniency.POSSIBLE, MOST_TRIES).forEach(each -> found.add(each.number()));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String region(@Nullable String country) {
        String upper = country == null ? DEFAULT_REGION : country.toUpperCase(Locale.ROOT);
        return PLANS.getSupportedRegions().contains(upper) ? upper : DEFAULT_REGION;
    }

    private static Optional<Phonenumber.PhoneNumber> parsed(String text, String region) {
        try {
            return Optional.of(PLANS.parse(text, region));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
