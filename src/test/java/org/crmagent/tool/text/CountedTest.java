package org.crmagent.tool.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void saysOneAndSeveral() {
        assertEquals("0 contacts", Counted.of(0, "contact"));
        assertEquals("1 contact", Counted.of(1, "contact"));
        assertEquals("1,234,567 contacts", Counted.of(1_234_567, "contact"));
        assertEquals("1 contact matches", Counted.of(1, "contact matches", "contacts match"));
        assertEquals("2 contacts match", Counted.of(2, "contact matches", "contacts match"));
    }
}
