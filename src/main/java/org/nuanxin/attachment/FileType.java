package org.nuanxin.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.nuanxin.common.Rejected;

/** What a file is by its first bytes; its name says nothing. */
enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png");

    private final String mediaType;
    private final String ending;

    FileType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }

    /** Throws {@link Rejected} with what to bring instead. */
    static FileType of(byte[] content) {
        if (content.length == 0) {
            throw new Rejected("attachment.reject.empty");
        }
        if (startsWith(content, 0, "%PDF-")) {
            return PDF;
        }
        if (content.length > 3
                && (content[0] & 0xff) == 0xff
                && (content[1] & 0xff) == 0xd8
                && (content[2] & 0xff) == 0xff) {
            return JPEG;
        }
        if (content.length > 8 && (content[0] & 0xff) == 0x89 && startsWith(content, 1, "PNG\r\n")) {
            return PNG;
        }
        if (startsWith(content, 4, "ftyphei")
                || startsWith(content, 4, "ftypmif")
                || startsWith(content, 4, "ftyphev")) {
            throw new Rejected("attachment.reject.heic");
        }
        throw new Rejected("attachment.reject.type");
    }

    private static boolean startsWith(byte[] content, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= at + wanted.length
                && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
