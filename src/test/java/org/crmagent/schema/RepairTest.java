package org.crmagent.schema;

import static org.crmagent.it.JsonText.quoted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.junit.jupiter.api.Test;

class RepairTest {

    @Test
    void renamesMembersInPlace() {
        assertRepaired(
                "{'input':{'campaignId':'x','name':'n'}}",
                "{'input':{'campaign_id':'x','name':'n'}}",
                unknown("/input/campaign_id", "campaignId"),
                missing("/input/campaignId"));
    }

    @Test
    void replacesTextsDeepInside() {
        assertRepaired(
                "{'steps':[{'label':'Oui'},{'label':'Non'}]}",
                "{'steps':[{'label':'oui'},{'label':'Non'}]}",
                new Violation("/steps/0/label", "unknown_label", "", "Oui"));
    }

    @Test
    void repairsANameAndTheValueUnderIt() {
        assertRepaired(
                "{'filter':{'statuses':['draft']}}",
                "{'fliter':{'statuses':['darft']}}",
                unknown("/fliter", "filter"),
                new Violation("/fliter/statuses/0", "not_allowed_value", "", "draft"));
    }

    @Test
    void leavesAloneWhatIsNotCertain() {
        assertRefused("{'naem':'n','name':'m'}", unknown("/naem", "name"));
        assertRefused("{'nmae':'n','naem':'m'}", unknown("/nmae", "name"), unknown("/naem", "name"));
        assertRefused("{'colour':'n'}", unknown("/colour", "category"));
        assertRefused("{'a':1}", new Violation("/a", "too_small", "", "2"));
        assertRefused("{'nmae':'n'}", unknown("/nmae", "name"), missing("/other"));
        assertRefused("{'on':'x'}", new Violation("/on", "not_allowed_value", "", "y"));
        assertRefused(
                "{'name':'x'}", new Violation("/name", "duplicate_name", "", "01920000-0000-7000-8000-000000000001"));
        assertRefused("{'name':'x'}", new Violation("", "module_disabled", "", "name"));
        assertRefused("{'name':'x'}");
    }

    @Test
    void replacesWhatTheToolIsSureOf() {
        Violations sure = new Violations();
        sure.correct("/label", "unknown_label", "", "Oui");
        JsonObject body = quoted("{'input':{'label':'Yes','endsOn':'2027-01-01'}}");
        assertEquals(
                Optional.of(quoted("{'input':{'label':'Oui','endsOn':'2027-01-01'}}")),
                Repair.of(body, sure.found(), sure.certain()));
        sure.add("/endsOn", "ends_before_start", "", "2027-02-01");
        assertEquals(Optional.empty(), Repair.of(body, sure.found(), sure.certain()));
    }

    private static Violation unknown(String pointer, String suggestion) {
        return new Violation(pointer, "unknown_member", "", suggestion);
    }

    private static Violation missing(String pointer) {
        return new Violation(pointer, "required", "", null);
    }

    private static void assertRepaired(String corrected, String body, Violation... violations) {
        String text = Repair.of(quoted(body), List.of(violations)).orElseThrow().toString();
        assertEquals(corrected.replace('\'', '"'), text);
    }

    private static void assertRefused(String body, Violation... violations) {
        assertEquals(Optional.empty(), Repair.of(quoted(body), List.of(violations)));
    }
}
