package org.crmagent.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Where SQL starts. Text is written by hand with {@code :name} parameters; values never become part of it.
 *
 * <p>Every statement runs on the connection of the current container-managed transaction, which {@link Binding} opened.
 */
@ApplicationScoped
public class Sql {

    @Inject
    Binding binding;

    /**
     * SQL on the data of the current organization.
     *
     * @param text must name {@code :organizationId}, which is bound here
     * @throws IllegalArgumentException when it does not: a bug of the tool
     */
    public Query of(String text) {
        NamedParameters parameters = NamedParameters.of(text);
        if (!parameters.names().contains(NamedParameters.ORGANIZATION_ID)) {
            throw new IllegalArgumentException("tenant SQL must name :organizationId: " + text);
        }
        return new Query(binding, parameters).set(NamedParameters.ORGANIZATION_ID, binding.organizationId());
    }

    /**
     * SQL on what the current transaction keeps for itself in a temporary table, which holds rows of the current
     * organization only, or on what no organization owns: the list of organizations and their modules, server keys, the road's own records.
     * The views show no tenant data to it that {@link #of} would not show.
     */
    public Query acrossOrganizations(String text) {
        return new Query(binding, NamedParameters.of(text));
    }
}
