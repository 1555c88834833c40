package org.crmagent.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;

/** Which media types and codings a request may ask for and come in: JSON in UTF-8, nothing else. */
final class MediaTypes {
    private static final Map<String, String> UTF_8 = Map.of("charset", "utf-8");

    private MediaTypes() {}

    /**
     * Passes when the most specific range that covers JSON isn't excluded, or when nothing was asked for.
     *
     * @throws Refusal {@code not_acceptable}
     */
    static void requireJsonAccepted(List<String> accept) {
        List<HeaderItem> ranges = HeaderItem.parse(accept);
        boolean accepted = ranges.isEmpty()
                || ranges.stream()
                        .filter(range -> specificity(range) > 0)
                        .max(Comparator.comparingInt(MediaTypes::specificity).thenComparing(HeaderItem::weight))
                        .filter(range -> range.weight() > 0)
                        .isPresent();
        if (!accepted) {
            throw refusal(
                    ErrorCode.NOT_ACCEPTABLE,
                    "Every answer is application/json; charset=UTF-8: let the Accept header allow it.");
        }
    }

    /**
     * Passes for {@code application/json}, bare or with {@code charset=utf-8}, in no content coding.
     *
     * @throws Refusal {@code unsupported_media_type}
     */
    static void requireJsonSent(List<String> contentType, List<String> contentEncoding) {
        List<HeaderItem> types = HeaderItem.parse(contentType);
        if (types.size() != 1 || specificity(types.get(0)) < 3) {
            throw refusal(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as Content-Type: application/json (UTF-8, without other parameters).");
        }
        if (!HeaderItem.parse(contentEncoding).stream()
                .allMatch(coding -> coding.value().equals("identity"))) {
            throw refusal(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without Content-Encoding compression.");
        }
    }

    /** True when gzip is allowed by its own name or by the wildcard. */
    static boolean gzipAccepted(List<String> acceptEncoding) {
        List<HeaderItem> codings = HeaderItem.parse(acceptEncoding);
        return codings.stream()
                .filter(coding ->
                        coding.value().equals("gzip") || coding.value().equals("x-gzip"))
                .findFirst()
                .or(() -> codings.stream()
                        .filter(coding -> coding.value().equals("*"))
                        .findFirst())
                .filter(coding -> coding.weight() > 0)
                .isPresent();
    }

    private static int specificity(HeaderItem range) {
        boolean utf8 = range.parameters().equals(UTF_8);
        if (!utf8 && !range.parameters().isEmpty()) {
            return 0;
        }
        return switch (range.value()) {
            case "application/json" -> utf8 ? 4 : 3;
            case "application/*" -> 2;
            case "*/*" -> 1;
            default -> 0;
        };
    }

    private static Refusal refusal(ErrorCode code, String sentence) {
        return new Refusal(code, sentence, List.of());
    }
}
