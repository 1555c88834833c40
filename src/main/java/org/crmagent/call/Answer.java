package org.crmagent.call;

import java.util.Map;

/**
 * A complete answer: status, headers beyond those that every answer has, and the envelope as UTF-8 JSON (empty with 304).
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once, never compared
public record Answer(int status, Map<String, String> headers, byte[] body) {

    Answer with(String header, String value) {
        return new Answer(status, Map.of(header, value), body);
    }
}
