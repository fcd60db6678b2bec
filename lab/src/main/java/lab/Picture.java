package lab;

import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// A [Plot] as SVG: the same results give the same text.
final class Picture {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int WIDTH = 860;
    private static final int HEIGHT = 500;

    private Picture() {}

    /// @param run tells the machine and the command for the small print
    static String svg(Plot plot, Outcome outcome, Run run) {
        var drawn = plot.kind() == Plot.Kind.BARS ? Bars.of(plot, outcome) : Curves.of(plot, outcome);
        JFreeChart chart = Look.chart(plot.title(), drawn, smallPrint(plot, outcome, run));
        PlainText graphics = new PlainText(context());
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
        root.setAttribute("width", Integer.toString(WIDTH));
        root.setAttribute("height", Integer.toString(HEIGHT));
        root.setAttribute("role", "img");
        Element title = root.getOwnerDocument().createElementNS(SVG, "title");
        title.setTextContent(plot.title());
        root.insertBefore(title, root.getFirstChild());
        root.setAttribute("font-family", "sans-serif");
        return text(root);
    }

    private static String smallPrint(Plot plot, Outcome outcome, Run run) {
        int measured = outcome.rounds(plot.measures());
        String rounds = measured < 2 ? "One round." : "Medians of " + measured
                + " rounds, with the smallest and the largest value.";
        return run.machine().text() + ". " + rounds + (outcome.partial() ? " Not finished." : "") + "\n"
                + Command.only(outcome.name(), run.command());
    }

    private static String text(Element root) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "1");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(root), new StreamResult(text));
            return text.toString().replace(System.lineSeparator(), "\n");
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SVGGeneratorContext context() {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment("drawn by the lab");
        context.setPrecision(2);
        return context;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
