package org.crmagent.model;

/** What allows calling a consumer (Code de la consommation, L.223-1). */
public enum LegalBasis {
    CONSENT,
    EXISTING_CONTRACT
}
