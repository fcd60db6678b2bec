package lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// What all plots have in common: a light panel of their own, so that they are read on a dark page too, a grid that
/// stays in the background, and small print.
final class Look {
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 16);
    private static final Font SMALL_PRINT = new Font(Font.SANS_SERIF, Font.PLAIN, 10);

    static {
        TextUtils.setUseDrawRotatedStringWorkaround(false); // it would draw outlines
    }

    private Look() {}

    static JFreeChart chart(String title, Plot plot, String smallPrint) {
        JFreeChart chart = new JFreeChart(null, TEXT, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 12, 8, 20));
        chart.setTitle(heading(title));
        chart.addSubtitle(smallPrint(smallPrint));
        chart.addLegend(legend(plot));
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setInsets(new RectangleInsets(12, 4, 8, 8));
        switch (plot) {
            case XYPlot curves -> {
                curves.setDomainGridlinePaint(Palette.GRID);
                curves.setRangeGridlinePaint(Palette.GRID);
                curves.setDomainGridlineStroke(new BasicStroke(1));
                curves.setRangeGridlineStroke(new BasicStroke(1));
                axis(curves.getDomainAxis());
                axis(curves.getRangeAxis());
            }
            case CategoryPlot bars -> {
                bars.setRangeGridlinePaint(Palette.GRID);
                bars.setRangeGridlineStroke(new BasicStroke(1));
                axis(bars.getDomainAxis());
                axis(bars.getRangeAxis());
            }
            default -> throw new IllegalArgumentException(plot.getPlotType());
        }
        return chart;
    }

    static NumberFormat number() {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static void axis(Axis axis) {
        axis.setLabelFont(TEXT);
        axis.setTickLabelFont(TEXT);
        axis.setLabelPaint(Palette.INK);
        axis.setTickLabelPaint(Palette.INK);
        axis.setAxisLinePaint(Palette.FAINT);
        axis.setTickMarkPaint(Palette.FAINT);
    }

    private static TextTitle heading(String title) {
        TextTitle heading = new TextTitle(title, HEADING);
        heading.setPaint(Palette.INK);
        heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
        heading.setPadding(0, 4, 4, 4);
        return heading;
    }

    private static TextTitle smallPrint(String text) {
        TextTitle smallPrint = new TextTitle(text, SMALL_PRINT);
        smallPrint.setPaint(Palette.FAINT);
        smallPrint.setPosition(RectangleEdge.BOTTOM);
        smallPrint.setHorizontalAlignment(HorizontalAlignment.LEFT);
        smallPrint.setTextAlignment(HorizontalAlignment.LEFT);
        smallPrint.setPadding(6, 4, 0, 4);
        return smallPrint;
    }

    private static LegendTitle legend(Plot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(TEXT);
        legend.setItemPaint(Palette.INK);
        return legend;
    }
}
