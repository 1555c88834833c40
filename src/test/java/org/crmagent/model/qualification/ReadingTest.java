package org.crmagent.model.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final char NARROW = '\u202f';

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | 80 | true",
                "80,5 | 80.5 | true",
                "80.50 | 80.5 | true",
                "12,25 | 12.25 | true",
                "1 000 | 1000 | true",
                "1_000,5 | 1000.5 | true",
                "1.000,5 | 1000.5 | true",
                "1,000.5 | 1000.5 | true",
                "1.000 | 1000 | false",
                "1,000 | 1000 | false",
                "environ 80 m² | 80 | false",
                "80 m2 | 80 | false",
                "1k | 1000 | false",
                "0,5 mille | 500 | false",
                "entre 80 et 100 | | ",
                "80-100 | | ",
                "quatre-vingts | | ",
                "pas plus de 80 m² | | ",
                "F3 | | ",
                "1e2 | | ",
                "1,00,5 | | ",
                "8 | | ",
                "-80 | | ",
                "1001 | | ",
            })
    void readsNumbers(String text, String value, Boolean certain) {
        reads("area", text.replace('_', NARROW), value, certain);
    }

    @Test
    void partsNoThousandsAfterZero() {
        assertEquals("0.125", NumberReading.of("0,125").orElseThrow().value().toString());
        assertEquals("-1200", NumberReading.of("−1 200").orElseThrow().value().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-12 | 2027-03-12 | true",
                "2027-3-2 | 2027-03-02 | true",
                "2026/11/26 | 2026-11-26 | true",
                "2026.11.26 | 2026-11-26 | true",
                "2026/11.26 | | ",
                "pas avant le 12 mars 2027 | | ",
                "12/03/2027 | 2027-03-12 | false",
                "13/03/2027 | 2027-03-13 | true",
                "03/13/2027 | 2027-03-13 | true",
                "4/4/2027 | 2027-04-04 | true",
                "12.03.27 | 2027-03-12 | false",
                "le 12 mars 2027 | 2027-03-12 | true",
                "vendredi 1er août 2027 | 2027-08-01 | true",
                "March 12th, 2027 | 2027-03-12 | true",
                "12 Feb. 2027 | 2027-02-12 | true",
                "plutôt le 12 mars 2027 vers 10 h | 2027-03-12 | false",
                "le 12 ou le 13 mars 2027 | 2027-03-13 | false",
                "du 12 mars 2027 au 14 mars 2027 | | ",
                "30 février 2027 | | ",
                "12 mars | | ",
                "demain | | ",
                "0999-01-01 | | ",
            })
    void readsDays(String text, String value, Boolean certain) {
        reads("visit", text, value == null ? null : '"' + value + '"', certain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oui | true | true",
                "NON. | false | true",
                "yes | true | true",
                "1 | true | true",
                "0 | false | true",
                "Oui, bien sûr | true | false",
                "no, not any more | false | false",
                "Bon | true | false",
                "Qui ? | true | false",
                "ouais | true | true",
                "D’accord | true | true",
                "Absolument ! | true | true",
                "absolument pas | false | true",
                "Jamais | false | true",
                "pas du tout | false | true",
                "pas vraiment | false | false",
                "Oui mais non | | ",
                "Oui ou non | | ",
                "Non mais oui | | ",
                "Bon, d'accord | | ",
                "pas sûr | | ",
                "peut-être | | ",
                "ouistiti | | ",
                "? | | ",
            })
    void readsYesAndNo(String text, String value, Boolean certain) {
        reads("owner", text, value, certain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "06 12 34 56 78 | +33612345678 | true",
                "+32 470 12 34 56 | +32470123456 | true",
                "0041 79 123 45 67 | +41791234567 | true",
                "06 39 98 12 34 | +33639981234 | true",
                "le 06 12 34 56 78, le soir | +33612345678 | false",
                "06 12 | | ",
                "rappeler | | ",
                "+999123456789 | | ",
            })
    void readsPhones(String text, String value, Boolean certain) {
        reads("phone", text, value == null ? null : '"' + value + '"', certain);
    }

    @Test
    void readsPhonesOfTheContactsCountry() {
        assertEquals(
                "\"+32470123456\"",
                Reading.of(Fields.field("phone"), "0470 12 34 56", "be")
                        .orElseThrow()
                        .value()
                        .toString());
        assertEquals(
                "\"+33612345678\"",
                Reading.of(Fields.field("phone"), "0612345678", "??")
                        .orElseThrow()
                        .value()
                        .toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heating | electricite | \"Électricité\" | true",
                "heating | Gaz | \"Gaz\" | true",
                "heating | 3 a 12 mois | \"3 à 12 mois\" | true",
                "heating | 3 à 13 mois | \"3 à 12 mois\" | false",
                "heating | le fioul | | ",
                "heating | Gas | \"Gaz\" | false",
                "heating | pas Gaz | | ",
                "heating | electrcite | \"Électricité\" | true",
                "heating | pas l'électricité | | ",
                "kit | panneaux, pas d'isolation, toit | | ",
                "kit | isolation, toit | [\"Isolation, toit\"] | true",
                "kit | panneaux et pompe a chaleur | [\"Pompe à chaleur\",\"Panneaux\"] | true",
                "kit | panneaux, piscine | | ",
                "kit | , | | ",
                "email | a.b@c-d.fr | \"a.b@c-d.fr\" | true",
                "email | mon adresse est a@b.fr. | \"a@b.fr\" | false",
                "email | a@b.fr ou c@d.fr | | ",
                "email | a@b | | ",
                "name | ' Marie ' | \"Marie\" | true",
                "name | '  ' | | ",
            })
    void readsOptionsAndTexts(String key, String text, String value, Boolean certain) {
        reads(key, text, value, certain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"area", "visit", "owner", "email", "phone", "heating", "kit"})
    void takesLongTextsInItsStride(String key) {
        for (String part : Arrays.asList("1 ", "1,", "a@", "12 mars ", "et ", "-", "9")) {
            reads(key, part.repeat(3_999 / part.length()), null, null);
            reads(key, part.repeat(5_000), null, null);
        }
    }

    private static void reads(String key, String text, String value, Boolean certain) {
        var reading = Reading.of(Fields.field(key), text, null);
        assertEquals(value, reading.map(read -> read.value().toString()).orElse(null), text);
        assertEquals(certain, reading.map(Reading::certain).orElse(null), text);
    }
}
