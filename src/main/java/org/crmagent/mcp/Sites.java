package org.crmagent.mcp;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;

/**
 * Under which names this server may be called, and from which web sites: the guard against pages of other sites whose name
 * was made to point here (DNS rebinding). Programs send no {@code Origin}.
 *
 * @param hosts in lower case, with a port where only that one is meant
 * @param origins in lower case, scheme, host and port as browsers write them
 */
record Sites(Set<String> hosts, Set<String> origins) {

    static Sites of(Settings settings) {
        return new Sites(settings.list(Setting.MCP_ALLOWED_HOSTS), settings.list(Setting.MCP_ALLOWED_ORIGINS));
    }

    /**
     * True for a request that may pass.
     *
     * @param host the name that the request was sent to, as in {@code Host}
     * @param origin the values of {@code Origin}; one that names the request's own host is no other site
     */
    boolean admit(String host, List<String> origin) {
        String called = host.toLowerCase(Locale.ROOT);
        if (!hosts.contains(called) && !hosts.contains(called.replaceAll(":[0-9]*$", ""))) {
            return false;
        }
        if (origin.isEmpty()) {
            return true;
        }
        String from = origin.get(0).toLowerCase(Locale.ROOT);
        return origin.size() == 1
                && (origins.contains(from) || from.equals("http://" + called) || from.equals("https://" + called));
    }
}
