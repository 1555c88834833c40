package org.crmagent.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Collection;
import org.crmagent.tool.text.Json;

/** JSON values, and the pointers into them. */
final class Jsonp {
    private static final int LONGEST_NAME = 200;

    private Jsonp() {}

    static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    static JsonArrayBuilder array() {
        return Json.createArrayBuilder();
    }

    static JsonArrayBuilder array(JsonArray first) {
        return Json.createArrayBuilder(first);
    }

    static JsonArray strings(Collection<String> values) {
        return Json.createArrayBuilder(values).build();
    }

    static JsonString string(String value) {
        return Json.createValue(value);
    }

    /** The pointer of a member or item, RFC 6901 section 3. */
    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of a member, or of what holds it where the name is so long that repeating it would help nobody. */
    static String shortChild(String pointer, String name) {
        return name.length() > LONGEST_NAME ? pointer : child(pointer, name);
    }

    /** The last reference token of a pointer that has one, decoded. */
    static String lastName(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** The pointer of the object or array that holds what the pointer names. */
    static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** The value a pointer names, which must exist. */
    static JsonValue at(JsonValue root, String pointer) {
        return pointer.isEmpty() ? root : pointer(pointer).getValue((JsonStructure) root);
    }

    /** True when the pointer names a value. */
    static boolean exists(JsonObject root, String pointer) {
        return pointer(pointer).containsValue(root);
    }

    private static JsonPointer pointer(String pointer) {
        return Json.PROVIDER.createPointer(pointer);
    }
}
