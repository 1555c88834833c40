package org.crmagent.model.qualification;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.crmagent.it.JsonText;

/** Forms and values to test with. */
final class Fields {
    /** One of each type. */
    static final List<QualificationField> ALL = read("""
            [{'key': 'name', 'label': 'Nom', 'type': 'text', 'required': true, 'fromCapture': 'name'},
             {'key': 'note', 'label': 'Note', 'type': 'long_text', 'fromCapture': 'note'},
             {'key': 'area', 'label': 'Surface habitable', 'type': 'number', 'min': 9, 'max': 1000.5, 'fromCapture': 'area'},
             {'key': 'owner', 'label': 'Propriétaire', 'type': 'boolean', 'score': 20, 'fromCapture': 'owner'},
             {'key': 'visit', 'label': 'Visite', 'type': 'date', 'fromCapture': 'visit'},
             {'key': 'email', 'label': 'Adresse', 'type': 'email', 'fromCapture': 'email'},
             {'key': 'phone', 'label': 'Téléphone', 'type': 'phone', 'fromCapture': 'phone'},
             {'key': 'heating', 'label': 'Chauffage', 'type': 'select', 'options': ['Gaz', 'Électricité', '3 à 12 mois'],
              'score': {'Gaz': 15, 'Électricité': -5.5}, 'fromCapture': 'heating'},
             {'key': 'kit', 'label': 'Équipements', 'type': 'multi_select', 'required': true, 'fromCapture': 'kit',
              'options': ['Pompe à chaleur', 'Panneaux', 'Isolation, toit'], 'score': {'Panneaux': 10, 'Pompe à chaleur': 5}}]""");

    private Fields() {}

    static List<QualificationField> read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return QualificationField.read(reader.readArray());
        }
    }

    /** JSON with single quotes for double ones. */
    static JsonObject json(String json) {
        return JsonText.quoted(json);
    }

    static QualificationField field(String key) {
        return ALL.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }
}
