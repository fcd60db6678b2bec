package lab;

import java.awt.Paint;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.category.DefaultIntervalCategoryDataset;

/// A bar for each server, as long as its median, with the number behind it and a thin line for the spread. A server
/// without the plot's first measure but with its second one was watched in vain for so long: its bar is pale.
final class Bars {
    private Bars() {}

    static CategoryPlot of(Plot plot, Outcome outcome) {
        String measure = plot.measures().getFirst();
        List<Results.Series> rows = plot.servers().stream().flatMap(server -> plot.measures().stream()
                .flatMap(one -> outcome.of(server, one).stream()).filter(row -> row.x() == null).limit(1)).toList();
        DefaultCategoryDataset medians = new DefaultCategoryDataset();
        rows.forEach(row -> medians.addValue(row.median(), measure, row.server()));
        ValueAxis values = Scale.of(plot.y(),
                rows.stream().flatMap(row -> Stream.of(row.min(), row.max())).toList());
        values.setUpperMargin(0.2); // room for the number behind the longest bar
        CategoryAxis names = new CategoryAxis();
        names.setMaximumCategoryLabelWidthRatio(0.35f);
        names.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        BarRenderer bars = bars(rows, measure);
        if (plot.y().log()) {
            values.setRange(Math.pow(10, Math.floor(Math.log10(values.getLowerBound()))), values.getUpperBound() * 3);
            bars.setBase(values.getLowerBound());
        }
        CategoryPlot drawn = new CategoryPlot(medians, names, values, bars);
        drawn.setOrientation(PlotOrientation.HORIZONTAL);
        drawn.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        drawn.setDataset(1, spread(rows));
        drawn.setRenderer(1, spread(rows, measure, plot.y().unit()));
        drawn.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return drawn;
    }

    private static BarRenderer bars(List<Results.Series> rows, String measure) {
        BarRenderer bars = new BarRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Paint getItemPaint(int row, int column) {
                Results.Series bar = rows.get(column);
                boolean pale = !bar.measure().equals(measure) || Palette.isVariant(bar.server());
                return pale ? Palette.pale(bar.server()) : Palette.colour(bar.server());
            }

            @Override
            public Paint getItemOutlinePaint(int row, int column) {
                return Palette.colour(rows.get(column).server());
            }
        };
        bars.setDrawBarOutline(true);
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(0.12);
        bars.setDefaultSeriesVisibleInLegend(false);
        return bars;
    }

    private static DefaultIntervalCategoryDataset spread(List<Results.Series> rows) {
        Double[][] from = {rows.stream().map(Results.Series::min).toArray(Double[]::new)};
        Double[][] to = {rows.stream().map(Results.Series::max).toArray(Double[]::new)};
        DefaultIntervalCategoryDataset spread = new DefaultIntervalCategoryDataset(from, to);
        if (!rows.isEmpty()) {
            spread.setCategoryKeys(rows.stream().map(Results.Series::server).toArray(String[]::new));
        }
        return spread;
    }

    private static IntervalBarRenderer spread(List<Results.Series> rows, String measure, String unit) {
        IntervalBarRenderer thin = new IntervalBarRenderer();
        thin.setBarPainter(new StandardBarPainter());
        thin.setShadowVisible(false);
        thin.setMaximumBarWidth(0.008);
        thin.setSeriesPaint(0, Palette.INK);
        thin.setDefaultSeriesVisibleInLegend(false);
        thin.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator() {
            private static final long serialVersionUID = 1;

            @Override
            public String generateLabel(CategoryDataset data, int row, int column) {
                Results.Series bar = rows.get(column);
                String vain = bar.measure().equals(measure) ? " " : " not within ";
                return vain + Table.number(bar.median()) + " " + unit;
            }
        });
        thin.setDefaultItemLabelsVisible(true);
        thin.setDefaultItemLabelFont(Look.TEXT);
        thin.setDefaultItemLabelPaint(Palette.INK);
        thin.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        return thin;
    }
}
