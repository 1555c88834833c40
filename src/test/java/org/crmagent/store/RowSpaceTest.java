package org.crmagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSpaceTest {

    @Test
    void keepsWhatFits() {
        RowSpace space = new RowSpace(20);
        assertEquals("abc", space.text("abc"));
        assertEquals(List.of("é", "x"), space.texts(List.of("é", "x")));
    }

    @Test
    void takesNoMoreBytesThanItHasWhateverTheCharacters() {
        for (String character : List.of("a", "é", "€", "😀", "\"", "\\", "\u0001")) {
            String text = new RowSpace(100).text(character.repeat(200));
            assertTrue(text.endsWith("…"), text);
            int bytes = Json.createValue(text).toString().getBytes(StandardCharsets.UTF_8).length + 1;
            assertTrue(bytes <= 100 && bytes > 90, character + " takes " + bytes);
        }
    }

    @Test
    void keepsTheMembersThatFit() {
        JsonObject custom = Json.createObjectBuilder()
                .add("a", "é".repeat(50))
                .add("b", Json.createArrayBuilder().add(1).add(2))
                .add("c", true)
                .build();
        assertEquals(Json.createObjectBuilder(custom).remove("a").remove("c").build(), new RowSpace(15).object(custom));
        assertEquals(custom, new RowSpace(200).object(custom));
        assertEquals("", new RowSpace(-9).text(""));
    }

    @Test
    void leavesOutWholeTextsOnceTheSpaceIsTaken() {
        RowSpace space = new RowSpace(12);
        assertEquals(List.of("abcd"), space.texts(List.of("abcd", "efgh", "i")));
        assertEquals("…", new RowSpace(0).text("abc"));
    }
}
