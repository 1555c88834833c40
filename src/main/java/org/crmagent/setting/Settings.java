package org.crmagent.setting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The values of all settings, read once at start; one that can't be meant stops it. */
@ApplicationScoped
public class Settings {
    @Inject
    Config config;

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    /** Whoever needs a setting first has all of them read. */
    @PostConstruct
    void read() {
        take(setting -> config.getOptionalValue(setting.key(), String.class));
    }

    /** Has them read, and checked, also where nobody needs one at start. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        // the bean is there now, so it has read them
    }

    /**
     * Takes all values in, or none of them.
     *
     * @throws IllegalStateException naming every value that can't be meant
     */
    public void take(Function<Setting, Optional<String>> source) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            source.apply(setting)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .or(() -> Optional.ofNullable(setting.byDefault()))
                    .ifPresent(value -> given.put(setting, value));
        }
        List<String> faults = SettingsCheck.faults(given);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join(" ", faults));
        }
        values.putAll(given);
    }

    /** A number. */
    public long number(Setting setting) {
        return Long.parseLong(text(setting).orElseThrow());
    }

    /** True or false. */
    public boolean truth(Setting setting) {
        return Boolean.parseBoolean(text(setting).orElseThrow());
    }

    /** A text; empty where there is neither value nor default. */
    public Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** What a text lists, in lower case, without blanks and empty items; empty where there is neither value nor default. */
    public Set<String> list(Setting setting) {
        return list(text(setting).orElse(""));
    }

    static Set<String> list(String text) {
        return Stream.of(text.split(",", -1))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What this node is called. */
    public String node() {
        return text(Setting.NODE).orElse(Node.NAME);
    }
}
