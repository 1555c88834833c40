package org.crmagent.model.script;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reporter dans le CRM la date de la prochaine assemblée générale.",
                "REPORTEZ DANS LE CRM",
                "update the CRM",
                "Don't forget to update the CRM before hanging up.",
                "noter dans la fiche",
                "Merci. (Noter le montant dans la fiche)",
                "Mettre à jour le statut du contact",
                "Mettez la date à jour dans l’outil CRM",
                "Penser à saisir l'adresse dans notre logiciel",
                "Create a follow-up task in the CRM",
                "Log the outcome on the contact record",
                "Renseignez le champ Budget"
            })
    void knowsOrdersToKeepTheBooks(String text) {
        assertTrue(Phrases.isAdminNote(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Avez-vous déjà un CRM ?",
                "Souhaitez-vous mettre à jour votre CRM ?",
                "Je note votre adresse.",
                "Je note cela dans votre dossier.",
                "Quelle note donnez-vous à notre service ?",
                "We sell a CRM that small teams like.",
                "I'll note it in the record.",
                "Do you keep a record of your calls?",
                "Notre conseiller peut passer jeudi.",
                "Quel est le statut de votre logement ?"
            })
    void leavesAloneWhatIsSaidToTheContact(String text) {
        assertFalse(Phrases.isAdminNote(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Êtes-vous propriétaire ?",
                "Êtes-vous propriétaire\u00a0?",
                "Are you the owner? If so, stay with me.",
                "« Quel âge a-t-il ? »",
                "Est-ce que vous êtes chez vous",
                "Demandez s'il est propriétaire.",
                "Bonjour. Demander le nom du syndic",
                "Ask for the name of the manager",
                "Greet the contact. Please ask how they heat."
            })
    void knowsQuestions(String text) {
        assertTrue(Phrases.asks(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour, je suis conseiller.",
                "Écrivez à https://example.org/devis?source=appel&id=3",
                "Vous pouvez demander un devis en ligne.",
                "You may ask for a quote at any time.",
                "Merci !"
            })
    void knowsWhatIsNoQuestion(String text) {
        assertFalse(Phrases.asks(text));
    }
}
