package org.crmagent.model.script;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows by their words, French and English, sentences that should not stand in what a caller reads aloud. */
final class Phrases {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final String CHANGES = "change[rz]|modifie[rz]|actualise[rz]|mettre|mettez|passe[rz]";

    /** Told to somebody: infinitive, imperative. What a caller says of himself ({@code je note}) is no order. */
    private static final String ORDERS = "reporte[rz]|note[rz]|saisir|saisissez|renseigne[rz]|enregistre[rz]|coche[rz]"
            + "|remplir|remplissez|inscrire|inscrivez|consigne[rz]|indique[rz]|ajoute[rz]|entre[rz]|complete[rz]|cree[rz]"
            + "|planifie[rz]|historise[rz]|" + CHANGES;

    /** Of the caller's side: {@code votre fiche} and {@code votre CRM} are the customer's. */
    private static final String BOOKS = "(?:dans|sur|le|la|les|l'|du|au|une?|notre|nos) ?"
            + "(?:crm\\b|fiche\\b|champs?\\b|logiciel\\b|outil (?:crm|interne)\\b|base de donnees\\b)";

    private static final String ENGLISH_ORDERS =
            "update|log|record|enter|note|fill|save|write|add|put|tick|set|register"
                    + "|report|document|change|create|schedule|complete";

    private static final String ENGLISH_BOOKS = "(?:in|into|on|to|the|a|our) "
            + "(?:crm\\b|(?:contact|customer|client|lead|prospect) (?:record|card|file|sheet)\\b|status\\b|record\\b|database\\b)";

    private static final String REST = "[^.!?\\n]{0,80}?\\b";

    private static final Pattern ADMIN_NOTE = Pattern.compile("\\b(?:" + ORDERS + ")\\b" + REST + BOOKS
            + "|\\b(?:" + CHANGES + ")\\b" + REST + "(?:le|au) statut\\b"
            + "|(?<!\\bi )(?<!\\bi'll )\\b(?:" + ENGLISH_ORDERS + ")\\b" + REST + ENGLISH_BOOKS);

    /** A mark at the end of a word, so that no address with parameters is taken for one; or an order to ask. */
    private static final Pattern QUESTION = Pattern.compile("[?？؟](?![\\p{L}\\p{N}=&/_%])|\\best-ce qu[e']"
            + "|(?:^|[.!?:;\\n(\\[-]) *(?:demande[rz]|please ask|ask)\\b");

    private Phrases() {}

    /** An order to keep the books of the CRM. */
    static boolean isAdminNote(String text) {
        return ADMIN_NOTE.matcher(plain(text)).find();
    }

    /** A question, or an order to ask one. */
    static boolean asks(String text) {
        return QUESTION.matcher(plain(text)).find();
    }

    /** Lower case, no accents, one kind of apostrophe and of blank. */
    private static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("[\\h]+", " ");
    }
}
