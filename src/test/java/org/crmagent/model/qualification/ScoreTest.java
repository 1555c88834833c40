package org.crmagent.model.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void addsPointsAndTellsHow() {
        Score score =
                score("{'owner': true, 'heating': 'Électricité', 'kit': ['Panneaux', 'Pompe à chaleur'], 'area': 12}");
        assertEquals(new BigDecimal("29.5"), score.total());
        assertEquals(new BigDecimal("50"), score.most());
        assertEquals("{owner=20, heating=-5.5, kit=15}", score.parts().toString());
    }

    @Test
    void givesNothingForNoAndForOptionsWithoutPoints() {
        Score score = score("{'owner': false, 'heating': '3 à 12 mois', 'kit': []}");
        assertEquals(BigDecimal.ZERO, score.total());
        assertEquals(3, score.parts().size());
        assertEquals(BigDecimal.ZERO, score("{}").total());
        assertEquals(0, score("{}").parts().size());
    }

    @Test
    void isNullWhereTheFormHasNoPoints() {
        Score score = Score.of(List.of(Fields.field("area")), Fields.json("{'area': 12}"));
        assertNull(score.total());
    }

    private static Score score(String values) {
        return Score.of(Fields.ALL, Fields.json(values));
    }
}
