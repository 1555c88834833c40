package org.crmagent.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The servers that the WAR runs on, and the sentences by which their logs tell how the start went. */
public enum ServerKind {
    PAYARA("Payara Micro", "Payara Micro URLs|\\) ready in ", "\"Context Root\": \"/crm\""),
    WILDFLY("WildFly", "WFLYSRV002[56]: WildFly", "WFLYSRV0025: WildFly"),
    LIBERTY("Open Liberty", "CWWKF0011I: ", "CWWKZ0001I: ");

    private final String title;
    private final Pattern started;
    private final Pattern deployed;

    ServerKind(String title, String started, String deployed) {
        this.title = title;
        this.started = Pattern.compile(started);
        this.deployed = Pattern.compile(deployed);
    }

    /** The one that the build was asked for, by {@code -Pwildfly} or {@code -Pliberty}; Payara Micro otherwise. */
    public static ServerKind asked() {
        String name = System.getProperty("crm.server", PAYARA.folder());
        return Arrays.stream(values())
                .filter(kind -> kind.folder().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure("crm.server is one of "
                        + Arrays.stream(values()).map(ServerKind::folder).collect(Collectors.joining(", ")) + ", not "
                        + name));
    }

    /** The folder below {@code docker/} with its configuration. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Whether its start has ended, well or badly. */
    boolean started(String log) {
        return started.matcher(log).find();
    }

    /** Whether it has deployed the WAR. */
    boolean deployed(String log) {
        return deployed.matcher(log).find();
    }
}
