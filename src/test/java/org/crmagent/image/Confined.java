package org.crmagent.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A container without an engine: what the Containerfile copies lies below {@code /opt/crm}, the JDK where the base image has its
 * own, {@code /tmp} is empty, all else can only be read, and the entry point runs as the image's user. Needs Linux, and root or
 * user namespaces.
 */
final class Confined {
    private static final Pattern SETTING = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S+))");

    /** Arguments: layout, JDK, an empty folder to mount on, user, group, then the command. */
    private static final String SCRIPT = """
            set -eu
            layout=$1 jdk=$2 stage=$3 user=$4 group=$5
            shift 5
            mount -t tmpfs tmpfs "$stage"
            mkdir -p "$stage/crm" "$stage/java/openjdk"
            mount --bind "$layout" "$stage/crm"
            mount --bind "$jdk" "$stage/java/openjdk"
            mount --rbind "$stage" /opt
            cd /
            mount -t tmpfs -o mode=1777 tmpfs /tmp
            for point in / /opt /opt/crm /opt/java/openjdk /var /home /root /work; do
                if grep -q " $point " /proc/self/mountinfo; then
                    mount -o remount,bind,ro "$point"
                fi
            done
            if [ "$(cat /proc/self/uid_map | tr -s ' ')" = ' 0 0 4294967295' ]; then
                set -- setpriv --reuid="$user" --regid="$group" --clear-groups --no-new-privs --bounding-set=-all "$@"
            fi
            for folder in / /opt/crm /opt/crm/docker /var/tmp /opt/java/openjdk; do
                if touch "$folder/written" 2>/dev/null; then
                    echo "$folder can be written" >&2
                    exit 9
                fi
            done
            cd /tmp
            exec "$@"
            """;

    private final Containerfile file;
    private final Path checkout;
    private final Path folder;

    Confined(Containerfile file, Path checkout, Path folder) {
        this.file = file;
        this.checkout = checkout;
        this.folder = folder;
    }

    /** Lays the files out and runs what the image runs at build time. */
    void build() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("stage"));
        for (String copied : file.copied()) {
            List<String> words = Arrays.asList(copied.split(" ", -1));
            Path to = layout(words.get(words.size() - 1));
            for (String source : words.subList(0, words.size() - 1)) {
                Path from = checkout.resolve(source);
                Files.createDirectories(to);
                // links cost no room
                run("cp", "-a", "--link", from + (Files.isDirectory(from) ? "/." : ""), to.toString());
            }
        }
        for (String command : file.all("RUN")) {
            run(list(command).stream()
                    .map(word -> word.startsWith("/opt/crm") ? layout(word).toString() : word)
                    .toArray(String[]::new));
        }
    }

    /** Starts the entry point with these arguments and, beside those of the image, variables; its words go to that file. */
    Process start(Path log, Map<String, String> variables, String... arguments) throws IOException {
        String[] user = file.one("USER").split(":", -1);
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!System.getProperty("user.name").equals("root")) {
            command.add("--map-root-user");
        }
        command.addAll(List.of(
                "sh", "-c", SCRIPT, "confined", layout("/opt/crm").toString(), System.getProperty("java.home")));
        command.addAll(List.of(folder.resolve("stage").toString(), user[0], user[1]));
        command.addAll(list(file.one("ENTRYPOINT")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = new HashMap<>(Map.of("JAVA_HOME", "/opt/java/openjdk"));
        environment.put("PATH", System.getenv("PATH"));
        SETTING.matcher(file.one("ENV"))
                .results()
                .forEach(setting -> environment.put(setting.group(1), value(setting)));
        environment.putAll(variables);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static String value(MatchResult setting) {
        return setting.group(2) == null ? setting.group(3) : setting.group(2);
    }

    private Path layout(String path) {
        return folder.resolve("layout").resolve(path.replaceFirst("^/opt/crm/?", ""));
    }

    private static List<String> list(String json) {
        return Pattern.compile("\"([^\"]*)\"")
                .matcher(json)
                .results()
                .map(word -> word.group(1))
                .toList();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }
}
