package lab;

import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;

/// An axis that fits its values: from zero, or, where it is logarithmic, with room at
/// both ends and a tick at each power of ten.
final class Scale {
    private static final double LEAST = 1e-3; // for the logarithm of a nothing
    private static final double MARGIN = 1.5;

    private Scale() {}

    static ValueAxis of(Plot.Axis axis, List<Double> values) {
        return axis.log() ? powersOfTen(axis.text(), values) : linear(axis.text());
    }

    private static ValueAxis linear(String text) {
        NumberAxis linear = new NumberAxis(text);
        linear.setNumberFormatOverride(Look.number());
        linear.setAutoRangeIncludesZero(true);
        return linear;
    }

    private static ValueAxis powersOfTen(String text, List<Double> values) {
        LogAxis log = new LogAxis(text);
        log.setNumberFormatOverride(Look.number());
        log.setSmallestValue(LEAST);
        log.setTickUnit(new NumberTickUnit(1));
        log.setMinorTickCount(9);
        log.setMinorTickMarksVisible(true);
        double least = values.stream().mapToDouble(value -> Math.max(value, LEAST)).min().orElse(1);
        double most = values.stream().mapToDouble(value -> Math.max(value, LEAST)).max().orElse(1);
        double from = least / MARGIN;
        double to = most * MARGIN;
        boolean isShort = to / from < 10;
        log.setRange(isShort ? power(Math.floor(Math.log10(from))) : from,
                isShort ? power(Math.ceil(Math.log10(to))) : to);
        return log;
    }

    private static double power(double exponent) {
        return Math.pow(10, exponent);
    }
}
