-- Call scripts and qualification forms. A step's id, its captureKey and the form's field that it fills are the same word.

insert into script_template (organization_id, id, name, description, status, version, steps, created_at, updated_at)
select pg_temp.fixed('', company, company), pg_temp.fixed('5', company, number), name, description, status, version, steps::jsonb,
       now() - 300 * interval '1 day', now() - days * interval '1 day'
from (values
(1, 1, 'Bilan énergétique, propriétaires', 'Découverte du logement et proposition d’une étude gratuite', 'published', 3, 40, '[
  {"id": "accueil", "type": "instruction", "text": "Bonjour, je suis conseiller chez Lumière Énergie. Je vous appelle au sujet de votre chauffage, cela prend trois minutes."},
  {"id": "proprietaire", "type": "yesno", "text": "Êtes-vous propriétaire de votre logement ?", "captureKey": "proprietaire", "required": true, "branches": [
    {"label": "Oui", "steps": [
      {"id": "chauffage", "type": "select", "text": "Comment vous chauffez-vous aujourd’hui ?", "options": ["Gaz", "Fioul", "Électricité", "Bois"], "captureKey": "chauffage", "required": true, "branches": [
        {"label": "Gaz", "steps": [
          {"id": "fournisseur_gaz", "type": "question", "text": "Quel est votre fournisseur de gaz ?", "captureKey": "fournisseur_gaz"}]},
        {"label": "Fioul", "steps": [
          {"id": "age_chaudiere", "type": "question", "text": "Quel âge a votre chaudière, en années ?", "captureKey": "age_chaudiere", "required": true}]},
        {"label": "Électricité", "steps": [
          {"id": "info_convecteurs", "type": "instruction", "text": "Avec une pompe à chaleur, la consommation baisse de moitié à confort égal."}]},
        {"label": "Bois", "steps": [
          {"id": "info_appoint", "type": "instruction", "text": "Votre poêle peut rester en appoint, l’étude en tient compte."}]}]},
      {"id": "surface", "type": "question", "text": "Quelle est la surface habitable, en mètres carrés ?", "captureKey": "surface", "required": true},
      {"id": "interesse", "type": "yesno", "text": "Souhaitez-vous une étude gratuite à votre domicile ?", "captureKey": "interesse", "required": true, "branches": [
        {"label": "Oui", "steps": [
          {"id": "creneau", "type": "select", "text": "À quel moment de la journée un technicien peut-il passer ?", "options": ["Matin", "Après-midi", "Soirée"], "captureKey": "creneau", "required": true},
          {"id": "email", "type": "question", "text": "À quelle adresse électronique envoyer la confirmation ?", "captureKey": "email"}]},
        {"label": "Non", "steps": [
          {"id": "motif_refus", "type": "select", "text": "Qu’est-ce qui vous retient ?", "options": ["Trop cher", "Travaux déjà faits", "Déménagement prévu", "Autre"], "captureKey": "motif_refus"}]}]}]},
    {"label": "Non", "steps": [
      {"id": "locataire", "type": "instruction", "text": "Notre offre s’adresse aux propriétaires. Vous pouvez en parler à votre bailleur."}]}]},
  {"id": "conclusion", "type": "instruction", "text": "Merci pour le temps que vous m’avez accordé. Je vous souhaite une excellente journée."}]'),
(1, 2, 'Relance des devis', 'Retrouver le décideur et l’échéance du contrat', 'published', 2, 75, '[
  {"id": "accueil", "type": "instruction", "text": "Bonjour, Lumière Énergie. Je vous appelle au sujet de notre proposition pour votre contrat d’électricité."},
  {"id": "decideur", "type": "yesno", "text": "Est-ce vous qui choisissez le fournisseur d’électricité ?", "captureKey": "decideur", "required": true, "branches": [
    {"label": "Oui", "steps": [
      {"id": "fournisseur", "type": "select", "text": "Qui vous fournit aujourd’hui ?", "options": ["Fournisseur historique", "Fournisseur alternatif", "Ne sait pas"], "captureKey": "fournisseur"},
      {"id": "consommation", "type": "question", "text": "Combien de mégawattheures consommez-vous par an ?", "captureKey": "consommation"},
      {"id": "echeance", "type": "select", "text": "Quand votre contrat arrive-t-il à échéance ?", "options": ["Moins de 3 mois", "3 à 12 mois", "Plus d’un an"], "captureKey": "echeance", "required": true},
      {"id": "interesse", "type": "yesno", "text": "Voulez-vous recevoir une comparaison chiffrée ?", "captureKey": "interesse", "required": true, "branches": [
        {"label": "Oui", "steps": [
          {"id": "email", "type": "question", "text": "À quelle adresse l’envoyer ?", "captureKey": "email", "required": false}]},
        {"label": "Non", "steps": [
          {"id": "motif_refus", "type": "select", "text": "Pour quelle raison ?", "options": ["Engagé ailleurs", "Satisfait", "Pas le temps", "Autre"], "captureKey": "motif_refus"}]}]}]},
    {"label": "Non", "steps": [
      {"id": "contact_decideur", "type": "question", "text": "Qui dois-je demander, et quand puis-je rappeler ?", "captureKey": "contact_decideur"}]}]},
  {"id": "conclusion", "type": "instruction", "text": "Merci, bonne journée à vous et à votre équipe."}]'),
(1, 3, 'Bornes de recharge – copropriétés', 'Brouillon à relire avec l’équipe', 'draft', 1, 4, '[
  {"id": "accueil", "type": "instruction", "text": "Bonjour, je vous appelle au sujet des bornes de recharge dans votre copropriété."},
  {"id": "syndic", "type": "question", "text": "Qui est votre syndic ?"},
  {"id": "vote", "type": "yesno", "text": "Le sujet a-t-il déjà été voté en assemblée générale ?", "captureKey": "vote", "branches": [
    {"label": "Oui", "steps": [
      {"id": "places", "type": "question", "text": "Combien de places sont concernées ?", "captureKey": "places"}]}]},
  {"id": "cloture", "type": "instruction", "text": "Reporter dans le CRM la date de la prochaine assemblée générale."}]'),
(1, 4, 'Audit énergétique 2025', 'Remplacé par le script des PME', 'archived', 5, 280, '[
  {"id": "accueil", "type": "instruction", "text": "Bonjour, je vous appelle au sujet de l’audit énergétique de vos locaux."},
  {"id": "interesse", "type": "yesno", "text": "Avez-vous déjà fait réaliser un audit ?", "captureKey": "interesse"}]'),
(1, 5, 'Essai', 'Pour apprendre, à supprimer', 'draft', 1, 3, '[
  {"id": "bonjour", "type": "instruction", "text": "Bonjour."}]'),
(2, 1, 'Site web des commerces', 'Premier contact, audit offert', 'published', 4, 22, '[
  {"id": "accueil", "type": "instruction", "text": "Bonjour, je suis de l’Atelier Numérique du Rhône. Nous aidons les commerces de la région à être trouvés en ligne."},
  {"id": "site_existant", "type": "yesno", "text": "Avez-vous déjà un site ?", "captureKey": "site_existant", "required": true, "branches": [
    {"label": "Oui", "steps": [
      {"id": "anciennete", "type": "select", "text": "De quand date-t-il ?", "options": ["Moins de 2 ans", "2 à 5 ans", "Plus de 5 ans"], "captureKey": "anciennete"}]},
    {"label": "Non", "steps": [
      {"id": "projet", "type": "question", "text": "Quel serait le but de votre site ?", "captureKey": "projet"}]}]},
  {"id": "budget", "type": "select", "text": "Quel budget avez-vous prévu cette année ?", "options": ["Aucun", "Moins de 3 000 €", "3 000 à 10 000 €", "Plus de 10 000 €"], "captureKey": "budget"},
  {"id": "interesse", "type": "yesno", "text": "Souhaitez-vous un audit gratuit ?", "captureKey": "interesse", "required": true, "branches": [
    {"label": "Oui", "steps": [
      {"id": "email", "type": "question", "text": "À quelle adresse envoyer le rapport ?", "captureKey": "email"}]},
    {"label": "Non", "steps": [
      {"id": "motif_refus", "type": "question", "text": "Qu’est-ce qui vous retient ?", "captureKey": "motif_refus"}]}]}]'),
(2, 2, 'Relance devis', null, 'draft', 1, 2, '[
  {"id": "devis_recu", "type": "yesno", "text": "Avez-vous bien reçu notre devis ?", "captureKey": "devis_recu"}]'),
(3, 1, 'Dégustation d’hiver', 'Invitation des cavistes', 'published', 1, 60, '[
  {"id": "venir", "type": "yesno", "text": "Serez-vous des nôtres le mois prochain ?", "captureKey": "venir", "required": true}]')
) as made (company, number, name, description, status, version, days, steps);

insert into qualification_template (organization_id, id, name, description, status, version, fields, created_at, updated_at)
select pg_temp.fixed('', company, company), pg_temp.fixed('6', company, number), name, description, status, version, fields::jsonb,
       now() - 300 * interval '1 day', now() - days * interval '1 day'
from (values
(1, 1, 'Projet de rénovation', 'Logement, chauffage et suite à donner', 'published', 2, 45, '[
  {"key": "proprietaire", "label": "Propriétaire", "type": "boolean", "required": true, "fromCapture": "proprietaire", "score": 20},
  {"key": "chauffage", "label": "Chauffage actuel", "type": "select", "options": ["Gaz", "Fioul", "Électricité", "Bois"], "fromCapture": "chauffage", "score": {"Gaz": 15, "Fioul": 25, "Électricité": 10, "Bois": 5}},
  {"key": "fournisseur_gaz", "label": "Fournisseur de gaz", "type": "text", "fromCapture": "fournisseur_gaz"},
  {"key": "age_chaudiere", "label": "Âge de la chaudière", "type": "number", "min": 0, "max": 80, "fromCapture": "age_chaudiere", "help": "En années"},
  {"key": "surface", "label": "Surface habitable", "type": "number", "min": 9, "max": 1000, "fromCapture": "surface", "help": "En mètres carrés"},
  {"key": "interesse", "label": "Souhaite une étude", "type": "boolean", "fromCapture": "interesse", "score": 30},
  {"key": "creneau", "label": "Moment de la visite", "type": "select", "options": ["Matin", "Après-midi", "Soirée"], "fromCapture": "creneau"},
  {"key": "date_visite", "label": "Date de la visite", "type": "date"},
  {"key": "email", "label": "Adresse électronique", "type": "email", "fromCapture": "email"},
  {"key": "telephone_visite", "label": "Téléphone le jour de la visite", "type": "phone"},
  {"key": "equipements", "label": "Équipements envisagés", "type": "multi_select", "options": ["Pompe à chaleur", "Chauffe-eau solaire", "Panneaux solaires", "Isolation"], "score": {"Pompe à chaleur": 15, "Chauffe-eau solaire": 5, "Panneaux solaires": 10, "Isolation": 5}},
  {"key": "motif_refus", "label": "Motif du refus", "type": "select", "options": ["Trop cher", "Travaux déjà faits", "Déménagement prévu", "Autre"], "fromCapture": "motif_refus"},
  {"key": "commentaire", "label": "Commentaire", "type": "long_text"}]'),
(1, 2, 'Satisfaction client', 'Brouillon', 'draft', 1, 6, '[
  {"key": "note", "label": "Note", "type": "number", "required": true, "min": 0, "max": 10}]'),
(1, 3, 'Contrat d’énergie', 'Décideur, volume et échéance', 'published', 1, 80, '[
  {"key": "decideur", "label": "Décideur", "type": "boolean", "required": true, "fromCapture": "decideur", "score": 20},
  {"key": "contact_decideur", "label": "Qui décide", "type": "text", "fromCapture": "contact_decideur"},
  {"key": "fournisseur", "label": "Fournisseur actuel", "type": "select", "options": ["Fournisseur historique", "Fournisseur alternatif", "Ne sait pas"], "fromCapture": "fournisseur"},
  {"key": "consommation", "label": "Consommation annuelle", "type": "number", "min": 0, "help": "En mégawattheures", "fromCapture": "consommation"},
  {"key": "echeance", "label": "Échéance du contrat", "type": "select", "options": ["Moins de 3 mois", "3 à 12 mois", "Plus d’un an"], "fromCapture": "echeance", "score": {"Moins de 3 mois": 40, "3 à 12 mois": 20, "Plus d’un an": 0}},
  {"key": "interesse", "label": "Souhaite une comparaison", "type": "boolean", "fromCapture": "interesse", "score": 30},
  {"key": "email", "label": "Adresse électronique", "type": "email", "fromCapture": "email"},
  {"key": "motif_refus", "label": "Motif du refus", "type": "select", "options": ["Engagé ailleurs", "Satisfait", "Pas le temps", "Autre"], "fromCapture": "motif_refus"},
  {"key": "commentaire", "label": "Commentaire", "type": "long_text"}]'),
(1, 4, 'Audit 2025', null, 'archived', 3, 280, '[
  {"key": "interesse", "label": "Audit déjà fait", "type": "boolean", "fromCapture": "interesse"}]'),
(2, 1, 'Besoin numérique', 'Site, budget et intérêt', 'published', 2, 30, '[
  {"key": "site_existant", "label": "A un site", "type": "boolean", "required": true, "fromCapture": "site_existant"},
  {"key": "anciennete", "label": "Âge du site", "type": "select", "options": ["Moins de 2 ans", "2 à 5 ans", "Plus de 5 ans"], "fromCapture": "anciennete", "score": {"Moins de 2 ans": 0, "2 à 5 ans": 15, "Plus de 5 ans": 30}},
  {"key": "projet", "label": "But du site", "type": "text", "fromCapture": "projet"},
  {"key": "budget", "label": "Budget", "type": "select", "options": ["Aucun", "Moins de 3 000 €", "3 000 à 10 000 €", "Plus de 10 000 €"], "fromCapture": "budget", "score": {"Aucun": 0, "Moins de 3 000 €": 10, "3 000 à 10 000 €": 30, "Plus de 10 000 €": 50}},
  {"key": "interesse", "label": "Souhaite un audit", "type": "boolean", "fromCapture": "interesse", "score": 20},
  {"key": "email", "label": "Adresse électronique", "type": "email", "fromCapture": "email"},
  {"key": "motif_refus", "label": "Motif du refus", "type": "long_text", "fromCapture": "motif_refus"}]'),
(2, 2, 'Suivi après livraison', null, 'draft', 1, 12, '[
  {"key": "satisfait", "label": "Satisfait du site", "type": "boolean", "required": true}]'),
(3, 1, 'Invitation', null, 'draft', 1, 60, '[
  {"key": "venir", "label": "Viendra", "type": "boolean", "required": true, "fromCapture": "venir"}]')
) as made (company, number, name, description, status, version, days, fields);
