package org.nuanxin.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which side of a JPEG is up (EXIF 2.3, tag 0x0112): 1 as it is, 3 upside down, 6 and 8 on a side. */
final class ExifOrientation {

    private static final int TAG = 0x0112;

    private ExifOrientation() {}

    /** 1 where nothing, or nothing readable, is said. */
    static int of(byte[] jpeg) {
        ByteBuffer in = ByteBuffer.wrap(jpeg);
        int at = 2;
        while (at + 4 <= jpeg.length && (in.get(at) & 0xff) == 0xff) {
            int marker = in.get(at + 1) & 0xff;
            int length = in.getShort(at + 2) & 0xffff;
            if (marker == 0xda || length < 2) {
                return 1;
            }
            if (marker == 0xe1 && at + 10 <= jpeg.length && in.getInt(at + 4) == 0x45786966) {
                return inTiff(in, at + 10, Math.min(jpeg.length, at + 2 + length));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int inTiff(ByteBuffer in, int tiff, int end) {
        if (tiff + 8 > end) {
            return 1;
        }
        ByteBuffer ordered = in.duplicate().order(in.get(tiff) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff + (ordered.getInt(tiff + 4) & 0xffffffffL);
        if (directory + 2 > end) {
            return 1;
        }
        int first = (int) directory;
        int entries = ordered.getShort(first) & 0xffff;
        for (int i = 0; i < entries && first + 14 + i * 12 <= end; i++) {
            int entry = first + 2 + i * 12;
            if ((ordered.getShort(entry) & 0xffff) == TAG) {
                int value = ordered.getShort(entry + 8) & 0xffff;
                return value == 3 || value == 6 || value == 8 ? value : 1;
            }
        }
        return 1;
    }
}
