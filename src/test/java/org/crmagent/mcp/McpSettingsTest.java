package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpSettingsTest {

    @Test
    void keepsTheDoorShutAndLocalUnlessToldOtherwise() {
        McpSettings settings = read(Map.of());
        assertFalse(settings.enabled());
        assertEquals(new Sites(Set.of("localhost", "127.0.0.1", "[::1]"), Set.of()), settings.sites());
    }

    @Test
    void readsLists() {
        McpSettings settings = read(Map.of(
                "crm.mcp.enabled", "true",
                "crm.mcp.allowed-hosts", "CRM.example.com , crm:8080,[2001:db8::1]:443",
                "crm.mcp.allowed-origins", "https://console.example.com,http://localhost:3000"));
        assertTrue(settings.enabled());
        assertEquals(
                new Sites(
                        Set.of("crm.example.com", "crm:8080", "[2001:db8::1]:443"),
                        Set.of("https://console.example.com", "http://localhost:3000")),
                settings.sites());
    }

    @ParameterizedTest
    @CsvSource({
        "crm.mcp.enabled, yes",
        "crm.mcp.enabled, TRUE",
        "crm.mcp.allowed-hosts, *",
        "crm.mcp.allowed-hosts, https://crm.example.com",
        "crm.mcp.allowed-hosts, *.example.com",
        "crm.mcp.allowed-hosts, crm.example.com/",
        "crm.mcp.allowed-origins, console.example.com",
        "crm.mcp.allowed-origins, https://console.example.com/",
        "crm.mcp.allowed-origins, null",
        "crm.mcp.allowed-origins, *"
    })
    void stopsTheStartWithWhatCannotBeMeant(String name, String value) {
        String message = assertThrows(IllegalStateException.class, () -> read(Map.of(name, value)))
                .getMessage();
        assertTrue(message.startsWith(name + " "), message);
        assertTrue(message.contains('"' + value.toLowerCase(Locale.ROOT) + '"') || message.contains(value), message);
    }

    private static McpSettings read(Map<String, String> values) {
        McpSettings settings = new McpSettings();
        settings.config = new Given(values);
        settings.read(new Object());
        return settings;
    }

    /** Configuration that is a map. */
    private record Given(Map<String, String> values) implements Config {

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            return Optional.ofNullable(values.get(name)).map(type::cast);
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            return getOptionalValue(name, type).orElseThrow();
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
