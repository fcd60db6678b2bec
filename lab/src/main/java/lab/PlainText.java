package lab;

import java.awt.Graphics;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;

/// Writes every text as text. Batik by itself draws the outlines of texts that could have several styles, and ours
/// never have: such a picture is large, and nobody finds a word in it.
final class PlainText extends SVGGraphics2D {
    PlainText(SVGGeneratorContext context) {
        super(context, false);
    }

    private PlainText(PlainText other) {
        super(other);
    }

    @Override
    public Graphics create() {
        return new PlainText(this);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        StringBuilder plain = new StringBuilder();
        for (char next = text.first(); next != CharacterIterator.DONE; next = text.next()) {
            plain.append(next);
        }
        drawString(plain.toString(), x, y);
    }
}
