package lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

/// How a server looks in every plot: a colour and a shape for each step, dashes for its Go twin. The colours are those
/// that Okabe and Ito found for people who see colours differently; the shapes tell what prints in grey.
final class Palette {
    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color FAINT = new Color(0x66, 0x66, 0x66);
    static final Color GRID = new Color(0xDD, 0xDD, 0xDD);

    private static final Map<String, Color> COLOURS = Map.of("step1", new Color(0xE69F00), "step2",
            new Color(0xD55E00), "step3", new Color(0x0072B2), "step4", new Color(0x009E73), "floor",
            new Color(0x999999), "floor-batched", new Color(0x444444));
    private static final Color OTHER = new Color(0xCC79A7);
    private static final double SIZE = 8;

    private Palette() {}

    static Color colour(String server) {
        return COLOURS.getOrDefault(step(server), OTHER);
    }

    /// The same, for an area that is to stand back.
    static Color pale(String server) {
        Color colour = colour(server);
        return new Color(pale(colour.getRed()), pale(colour.getGreen()), pale(colour.getBlue()));
    }

    /// @param nth which measure of the plot it is, from 0
    static Stroke stroke(String server, int nth) {
        float[] dashes = nth > 0 ? new float[]{2, 4} : isVariant(server) ? new float[]{8, 5} : null;
        return new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    static Shape shape(String server) {
        return switch (step(server)) {
            case "step1" -> new Ellipse2D.Double(-SIZE / 2, -SIZE / 2, SIZE, SIZE);
            case "step2" -> new Rectangle2D.Double(-SIZE / 2, -SIZE / 2, SIZE, SIZE);
            case "step3" -> polygon(0, -SIZE * 0.6, SIZE * 0.6, SIZE * 0.5, -SIZE * 0.6, SIZE * 0.5);
            case "step4" -> polygon(0, -SIZE * 0.65, SIZE * 0.65, 0, 0, SIZE * 0.65, -SIZE * 0.65, 0);
            default -> new Ellipse2D.Double(-SIZE / 4, -SIZE / 4, SIZE / 2, SIZE / 2);
        };
    }

    /// `step3` for `step3-hub-channels`, for `go-step3` and for `step3-hub-channels, one stalls`.
    private static String step(String server) {
        String name = server.replaceFirst(",.*", "").replaceFirst("^go-", "");
        return name.startsWith("step") ? name.replaceFirst("-.*", "") : name;
    }

    static boolean isVariant(String server) {
        return server.startsWith("go-") || server.contains(",");
    }

    private static int pale(int part) {
        return 255 - (255 - part) / 3;
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
