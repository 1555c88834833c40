-- Call scripts with Oui/Non branches, and qualification forms. Ids: 5 and 6, the organization, then the number.

insert into script_template (organization_id, id, name, description, status, steps, created_at, updated_at)
values ('00000001-0000-4000-8000-000000000001', '50000001-0000-4000-8000-000000000001', 'Bilan énergétique, propriétaires',
        'Premier appel aux propriétaires de maison', 'published',
        $$[{"id": "accueil", "type": "instruction", "text": "Bonjour, ici Lumière Énergie. Je vous appelle au sujet de votre logement."},
           {"id": "proprietaire", "type": "yesno", "text": "Êtes-vous propriétaire du logement ?", "captureKey": "proprietaire", "required": true,
            "branches": [
              {"label": "Oui", "steps": [
                {"id": "chauffage", "type": "select", "text": "Comment chauffez-vous ?", "captureKey": "chauffage", "required": true,
                 "options": ["Gaz", "Fioul", "Électricité", "Bois"],
                 "branches": [
                   {"label": "Gaz", "steps": [{"id": "chaudiere", "type": "question", "text": "De quelle année date la chaudière ?", "captureKey": "annee_chaudiere"}]},
                   {"label": "Fioul", "steps": [{"id": "cuve", "type": "question", "text": "Quelle est la contenance de la cuve ?", "captureKey": "cuve"}]},
                   {"label": "Électricité", "steps": []},
                   {"label": "Bois", "steps": []}]},
                {"id": "rendez_vous", "type": "yesno", "text": "Souhaitez-vous un bilan gratuit à domicile ?", "captureKey": "rendez_vous",
                 "branches": [
                   {"label": "Oui", "steps": [{"id": "date", "type": "question", "text": "Quel jour vous convient ?", "captureKey": "date_rendez_vous"}]},
                   {"label": "Non", "steps": [{"id": "raison", "type": "question", "text": "Qu'est-ce qui vous retient ?", "captureKey": "objection"}]}]}]},
              {"label": "Non", "steps": [{"id": "merci", "type": "instruction", "text": "Je vous remercie, notre offre s'adresse aux propriétaires."}]}]},
           {"id": "fin", "type": "instruction", "text": "Merci de votre temps, bonne journée."}]$$,
        now() - interval '200 days', now() - interval '50 days'),
       ('00000001-0000-4000-8000-000000000001', '50000001-0000-4000-8000-000000000002', 'Relance des devis', null, 'published',
        $$[{"id": "accueil", "type": "instruction", "text": "Bonjour, je reviens vers vous au sujet de votre devis."},
           {"id": "recu", "type": "yesno", "text": "L'avez-vous bien reçu ?", "captureKey": "devis_recu",
            "branches": [
              {"label": "Oui", "steps": [{"id": "decision", "type": "select", "text": "Où en est votre décision ?", "captureKey": "decision",
                                          "options": ["Accepté", "En réflexion", "Refusé"]}]},
              {"label": "Non", "steps": [{"id": "adresse", "type": "question", "text": "À quelle adresse l'envoyer ?", "captureKey": "email"}]}]}]$$,
        now() - interval '150 days', now() - interval '20 days'),
       ('00000001-0000-4000-8000-000000000001', '50000001-0000-4000-8000-000000000003', 'Enquête de satisfaction', 'En préparation', 'draft',
        $$[{"id": "note", "type": "question", "text": "Quelle note nous donnez-vous sur dix ?", "captureKey": "note"},
           {"id": "noter", "type": "instruction", "text": "Reporter la note dans le CRM."}]$$,
        now() - interval '10 days', now() - interval '9 days'),
       ('00000001-0000-4000-8000-000000000001', '50000001-0000-4000-8000-000000000004', 'Ancien script 2024', null, 'archived',
        '[{"id": "bonjour", "type": "instruction", "text": "Bonjour."}]', now() - interval '800 days', now() - interval '300 days'),
       ('00000002-0000-4000-8000-000000000002', '50000002-0000-4000-8000-000000000001', 'Site web des commerces', null, 'published',
        $$[{"id": "site", "type": "yesno", "text": "Avez-vous déjà un site ?", "captureKey": "site",
            "branches": [{"label": "Oui", "steps": [{"id": "age", "type": "question", "text": "Depuis quand ?", "captureKey": "age_du_site"}]},
                         {"label": "Non", "steps": [{"id": "envie", "type": "yesno", "text": "En voudriez-vous un ?", "captureKey": "envie"}]}]}]$$,
        now() - interval '100 days', now() - interval '30 days');

insert into qualification_template (organization_id, id, name, description, status, fields, created_at, updated_at)
values ('00000001-0000-4000-8000-000000000001', '60000001-0000-4000-8000-000000000001', 'Projet de rénovation', 'Ce qu''un conseiller doit savoir',
        'published',
        $$[{"key": "proprietaire", "label": "Propriétaire", "type": "boolean", "required": true, "fromCapture": "proprietaire", "score": 30},
           {"key": "chauffage", "label": "Chauffage", "type": "select", "required": true, "options": ["Gaz", "Fioul", "Électricité", "Bois"],
            "fromCapture": "chauffage", "score": {"Fioul": 30, "Gaz": 20, "Électricité": 10}},
           {"key": "annee_chaudiere", "label": "Année de la chaudière", "type": "number", "required": false, "min": 1950, "max": 2030, "fromCapture": "annee_chaudiere"},
           {"key": "date_rendez_vous", "label": "Rendez-vous", "type": "date", "required": false, "fromCapture": "date_rendez_vous"},
           {"key": "email", "label": "E-mail", "type": "email", "required": false},
           {"key": "mobile", "label": "Mobile", "type": "phone", "required": false},
           {"key": "travaux", "label": "Travaux envisagés", "type": "multi_select", "required": false, "options": ["Isolation", "Chaudière", "Fenêtres", "Solaire"]},
           {"key": "interlocuteur", "label": "Interlocuteur", "type": "text", "required": false},
           {"key": "remarques", "label": "Remarques", "type": "long_text", "required": false}]$$,
        now() - interval '200 days', now() - interval '60 days'),
       ('00000001-0000-4000-8000-000000000001', '60000001-0000-4000-8000-000000000002', 'Décision sur devis', null, 'draft',
        $$[{"key": "decision", "label": "Décision", "type": "select", "required": true, "options": ["Accepté", "En réflexion", "Refusé"], "fromCapture": "decision"}]$$,
        now() - interval '90 days', now() - interval '15 days'),
       ('00000002-0000-4000-8000-000000000002', '60000002-0000-4000-8000-000000000001', 'Projet de site', null, 'published',
        $$[{"key": "site", "label": "A un site", "type": "boolean", "required": true, "fromCapture": "site"},
           {"key": "budget", "label": "Budget", "type": "number", "required": false, "min": 0, "max": 100000}]$$,
        now() - interval '100 days', now() - interval '30 days');
