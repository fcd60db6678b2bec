package lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// Medians as lines, with the spread of the rounds: bars at single points, a band over time.
final class Curves {
    private static final float BAND = 0.15f;

    private Curves() {}

    static XYPlot of(Plot plot, Outcome outcome) {
        boolean overTime = plot.kind() == Plot.Kind.TIME;
        XYLineAndShapeRenderer renderer = overTime ? band() : bars();
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        for (int nth = 0; nth < plot.measures().size(); nth++) {
            for (String server : plot.servers()) {
                List<Results.Series> points = outcome.of(server, plot.measures().get(nth)).stream()
                        .filter(point -> point.x() != null).toList();
                if (!points.isEmpty()) {
                    style(renderer, data.getSeriesCount(), server, nth);
                    data.addSeries(series(name(plot, server, nth), points, plot.y().log()));
                }
            }
        }
        XYPlot drawn = new XYPlot(data, Scale.of(plot.x(), xs(plot, outcome)), Scale.of(plot.y(), ys(plot, outcome)),
                renderer);
        plot.marks().forEach(mark -> drawn.addDomainMarker(marker(mark)));
        return drawn;
    }

    private static List<Double> xs(Plot plot, Outcome outcome) {
        return points(plot, outcome).map(Results.Series::x).filter(Objects::nonNull).toList();
    }

    private static List<Double> ys(Plot plot, Outcome outcome) {
        return points(plot, outcome).flatMap(point -> Stream.of(point.min(), point.max())).toList();
    }

    private static Stream<Results.Series> points(Plot plot, Outcome outcome) {
        return plot.measures().stream().flatMap(
                measure -> plot.servers().stream().flatMap(server -> outcome.of(server, measure).stream()))
                .filter(point -> point.x() != null);
    }

    private static YIntervalSeries series(String name, List<Results.Series> points, boolean log) {
        YIntervalSeries series = new YIntervalSeries(name);
        for (Results.Series point : points) {
            if (point.x() != null && (!log || point.min() > 0)) {
                series.add(point.x(), point.median(), point.min(), point.max());
            }
        }
        return series;
    }

    private static String name(Plot plot, String server, int nth) {
        return plot.measures().size() == 1 ? server : server + ", " + plot.measures().get(nth);
    }

    private static void style(XYLineAndShapeRenderer renderer, int row, String server, int nth) {
        renderer.setSeriesPaint(row, Palette.colour(server));
        renderer.setSeriesFillPaint(row, Palette.colour(server));
        renderer.setSeriesStroke(row, Palette.stroke(server, nth));
        renderer.setSeriesShape(row, Palette.shape(server));
    }

    private static XYLineAndShapeRenderer band() {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(BAND);
        return renderer;
    }

    private static XYLineAndShapeRenderer bars() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDefaultLinesVisible(true);
        renderer.setDrawXError(false);
        renderer.setErrorStroke(new BasicStroke(1));
        renderer.setCapLength(6);
        return renderer;
    }

    private static ValueMarker marker(Plot.Mark mark) {
        ValueMarker marker = new ValueMarker(mark.x(), Palette.FAINT, new BasicStroke(1));
        marker.setLabel(mark.text());
        marker.setLabelFont(Look.TEXT);
        marker.setLabelPaint(Palette.FAINT);
        marker.setLabelBackgroundColor(Color.WHITE);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        return marker;
    }
}
