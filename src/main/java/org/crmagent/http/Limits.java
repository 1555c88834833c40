package org.crmagent.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** What an operator may set of this door; a value that can't be meant stops the start. */
@ApplicationScoped
public class Limits {
    @Inject
    Config config;

    private int maxBodyBytes;
    private int callsPerMinute;

    void read(@Observes @Initialized(ApplicationScoped.class) Object start) {
        maxBodyBytes = number("crm.max-body-bytes", 1 << 20, 1 << 10, 1 << 26);
        callsPerMinute = number("crm.rate-limit.per-minute", 0, 0, 1_000_000);
    }

    /** Greatest size of a request body. */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /** Calls that one subject may make on this node in a minute; 0: any number. */
    public int callsPerMinute() {
        return callsPerMinute;
    }

    private int number(String name, int byDefault, int min, int max) {
        String text = config.getOptionalValue(name, String.class).orElse(Integer.toString(byDefault));
        boolean valid = text.matches("[0-9]{1,9}");
        if (!valid || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw new IllegalStateException(
                    name + " is \"" + text + "\": it must be a whole number from " + min + " to " + max + ".");
        }
        return Integer.parseInt(text);
    }
}
