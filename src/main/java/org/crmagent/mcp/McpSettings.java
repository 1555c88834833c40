package org.crmagent.mcp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What an operator may set of this door; a value that can't be meant stops the start. */
@ApplicationScoped
public class McpSettings {
    private static final String HOST = "([a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?";

    @Inject
    Config config;

    private boolean enabled;
    private Sites sites = new Sites(Set.of(), Set.of());

    void read(@Observes @Initialized(ApplicationScoped.class) Object start) {
        enabled = flag("crm.mcp.enabled");
        sites = new Sites(
                list("crm.mcp.allowed-hosts", "localhost,127.0.0.1,[::1]", HOST, "host names such as crm.example.com"),
                list("crm.mcp.allowed-origins", "", "https?://" + HOST, "origins such as https://crm.example.com"));
    }

    /** Whether the door is open at all. */
    boolean enabled() {
        return enabled;
    }

    /** Which sites may send requests here. */
    Sites sites() {
        return sites;
    }

    private boolean flag(String name) {
        String text = config.getOptionalValue(name, String.class).orElse("false");
        if (!List.of("true", "false").contains(text)) {
            throw new IllegalStateException(name + " is \"" + text + "\": it must be true or false.");
        }
        return text.equals("true");
    }

    private Set<String> list(String name, String byDefault, String form, String what) {
        String text = config.getOptionalValue(name, String.class).orElse(byDefault);
        Set<String> values = Stream.of(text.split(",", -1))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        for (String value : values) {
            if (!value.matches(form)) {
                throw new IllegalStateException(
                        name + " holds \"" + value + "\": it must list " + what + ", separated by commas.");
            }
        }
        return values;
    }
}
