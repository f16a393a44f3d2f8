package org.nuanxin.attachment;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.nuanxin.common.Rejected;

/** A picture written anew: what the camera noted (place, time, device) does not come along, only which side is up. */
final class Picture {

    /** Width times height; more is refused before a pixel is read. */
    static final long PIXELS = 30_000_000;

    private static final float QUALITY = 0.88f;

    private Picture() {}

    /** The same picture without metadata. Throws {@link Rejected} where it is too large or broken. */
    static byte[] clean(byte[] content, FileType type) {
        try {
            BufferedImage image = upright(read(content), type == FileType.JPEG ? ExifOrientation.of(content) : 1);
            return write(image, type);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new Rejected("attachment.reject.broken");
        }
    }

    private static BufferedImage read(byte[] content) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Rejected("attachment.reject.broken");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > PIXELS) {
                    throw new Rejected("attachment.reject.pixels");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        AffineTransform turn = new AffineTransform();
        switch (orientation) {
            case 3 -> {
                turn.translate(width, height);
                turn.rotate(Math.PI);
            }
            case 6 -> {
                turn.translate(height, 0);
                turn.rotate(Math.PI / 2);
            }
            case 8 -> {
                turn.translate(0, width);
                turn.rotate(-Math.PI / 2);
            }
            default -> {}
        }
        boolean across = orientation == 6 || orientation == 8;
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage plain = new BufferedImage(
                across ? height : width,
                across ? width : height,
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = plain.createGraphics();
        canvas.drawImage(image, turn, null);
        canvas.dispose();
        return plain;
    }

    private static byte[] write(BufferedImage image, FileType type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.mediaType()).next();
        try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(target);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
