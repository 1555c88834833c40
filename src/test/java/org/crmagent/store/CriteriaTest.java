package org.crmagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaTest {

    @Test
    void haveOneNameForOneMeaning() {
        assertEquals(tags(List.of("a", "b")).name(), tags(List.of("a", "b")).name());
        assertNotEquals(tags(List.of("a", "b")).name(), tags(List.of("a, b")).name());
        assertNotEquals(tags(List.of("a\",\"b")).name(), tags(List.of("a", "b")).name());
        assertNotEquals(search("null").name(), search(null).name());
        assertNotEquals(
                new Criteria().and(true, "x is null", "x is not null").name(),
                new Criteria().and(false, "x is null", "x is not null").name());
        assertEquals(
                custom(Json.createObjectBuilder().add("a", 1).add("b", 2)),
                custom(Json.createObjectBuilder().add("b", 2.0).add("a", 1)));
    }

    private static Criteria tags(List<String> tags) {
        return new Criteria().and("k.tags && :tags", "tags", tags);
    }

    private static Criteria search(String typed) {
        return new Criteria().and("k.search like :search", "search", typed);
    }

    private static String custom(jakarta.json.JsonObjectBuilder custom) {
        return new Criteria()
                .and("k.custom @> :custom", "custom", custom.build())
                .name();
    }
}
