package org.crmagent.tools.outbound;

import org.crmagent.tool.Spelled;

/** In which order campaigns are listed, and how SQL says it of {@code c}. */
public enum CampaignOrder implements Spelled {
    UPDATED("-updatedAt", "c.updated_at desc, c.id desc"),
    NAME("name", "c.name_key, c.id"),
    CREATED("-createdAt", "c.created_at desc, c.id desc"),
    PRIORITY("-priority", "c.priority desc, c.id desc");

    private final String spelling;
    private final String sql;

    CampaignOrder(String spelling, String sql) {
        this.spelling = spelling;
        this.sql = sql;
    }

    @Override
    public String spelling() {
        return spelling;
    }

    String sql() {
        return sql;
    }
}
