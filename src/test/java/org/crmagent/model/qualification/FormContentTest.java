package org.crmagent.model.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crmagent.model.DocumentHead;
import org.crmagent.model.TemplateContent;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Canonical;
import org.junit.jupiter.api.Test;

class FormContentTest {

    @Test
    void isAsLargeAsOneAnswerTakesAndNoLarger() {
        int empty = bytes(form(0));
        FormContent largest = form(TemplateContent.LARGEST - empty);
        assertEquals(TemplateContent.LARGEST, bytes(largest));
        assertEquals(0, told(largest, "").size());
        FormContent larger = form(TemplateContent.LARGEST - empty + 1);
        assertEquals(List.of("/input/templates/3/fields template_too_large"), told(larger, "/templates/3"));
    }

    @Test
    void hasOneChecksumHoweverItIsSpelled() {
        String checksum = sum("[{'key': 'n', 'label': 'N', 'type': 'number', 'min': 5, 'max': 100}]");
        assertEquals(
                checksum, sum("[{'type': 'number', 'max': 1e2, 'min': 5.0, 'label': 'N', 'key': 'n', 'help': null}]"));
        for (String other :
                List.of("'min': 5.1, 'max': 100", "'max': 100", "'min': 5, 'max': 100, 'required': false")) {
            assertNotEquals(checksum, sum("[{'key': 'n', 'label': 'N', 'type': 'number', " + other + "}]"));
        }
    }

    private static String sum(String fields) {
        return DocumentHead.checksum(new FormContent("Fiche", null, Fields.read(fields)));
    }

    /** Its description has so many bytes, of which it holds as many characters. */
    private static FormContent form(int description) {
        return new FormContent(
                "É", "x".repeat(description), Fields.read("[{'key': 'a', 'label': '😀', 'type': 'text'}]"));
    }

    private static int bytes(FormContent form) {
        return Canonical.text(form.json()).getBytes(StandardCharsets.UTF_8).length;
    }

    private static List<String> told(FormContent form, String pointer) {
        Violations violations = new Violations();
        form.checkSize(pointer, violations);
        return violations.found().stream()
                .map(each -> each.pointer() + " " + each.code())
                .toList();
    }
}
