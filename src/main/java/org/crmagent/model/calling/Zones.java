package org.crmagent.model.calling;

import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Time zones as loaders stored them. PostgreSQL reads names in any case, and beyond the IANA names it reads abbreviations
 * and rules, which Java does not know or reads with the other sign: those count as no zone.
 */
final class Zones {

    static final ZoneId OF_FRANCE = ZoneId.of("Europe/Paris");

    private static final Map<String, ZoneId> BY_NAME = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        ZoneId.getAvailableZoneIds().forEach(name -> BY_NAME.put(name, ZoneId.of(name)));
    }

    private Zones() {}

    static ZoneId of(@Nullable String name, ZoneId otherwise) {
        return name == null ? otherwise : BY_NAME.getOrDefault(name.strip(), otherwise);
    }
}
