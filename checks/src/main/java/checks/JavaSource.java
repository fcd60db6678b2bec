package checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The declarations of one Java file, read by the compiler's own parser. Nothing is resolved or compiled.
public final class JavaSource {

    /// A class, method or field.
    ///
    /// @param name        with the classes around it: `Event.Join`, `Hub.run`; a constructor is called as its class
    /// @param parameters  the written types, without spaces: `(WebSocketChannel,Frame)`; empty for classes and fields
    /// @param supertypes  the names behind `extends` and `implements`, without type arguments
    /// @param text        from the annotations to the end, doc comment left out
    public record Part(Kind kind, String name, String parameters, List<String> supertypes, int line, String text) {

        /// The last part of the name.
        public String simpleName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    /// What a [Part] is.
    public enum Kind {
        CLASS, METHOD, FIELD
    }

    /// Steps have most of their files in common, and several checks ask for the same ones.
    private static final Map<String, List<Part>> KNOWN = new ConcurrentHashMap<>();

    private final String text;
    private final List<Part> parts = new ArrayList<>();

    private JavaSource(String text) {
        this.text = text;
    }

    /// All declarations in the order of the file; local and anonymous classes are not among them.
    ///
    /// @throws IllegalArgumentException when the text is no Java
    public static List<Part> partsOf(String text) {
        return KNOWN.computeIfAbsent(text, _ -> {
            JavaSource source = new JavaSource(text);
            source.parse();
            return List.copyOf(source.parts);
        });
    }

    private void parse() {
        var file = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var errors = new DiagnosticCollector<JavaFileObject>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, errors,
                List.of("-proc:none"), null, List.of(file));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                unit.getTypeDecls().forEach(type -> type.accept(new Declarations(unit, positions), ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!errors.getDiagnostics().isEmpty()) {
            throw new IllegalArgumentException("not Java: " + errors.getDiagnostics().getFirst());
        }
    }

    /// The visitor's parameter is the name of the class around, with a dot behind it.
    private final class Declarations extends SimpleTreeVisitor<Void, String> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Declarations(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        @SuppressWarnings("NullAway") // the parameter and the result of a visitor may be null
        public Void visitClass(ClassTree type, String around) {
            String name = around + type.getSimpleName();
            List<Tree> above = new ArrayList<>(type.getImplementsClause());
            if (type.getExtendsClause() != null) {
                above.add(type.getExtendsClause());
            }
            add(Kind.CLASS, name, "", above.stream().map(tree -> tree.toString().replaceFirst("<.*", "")).toList(),
                    type);
            type.getMembers().forEach(member -> member.accept(this, name + "."));
            return null;
        }

        @Override
        @SuppressWarnings("NullAway")
        public Void visitMethod(MethodTree method, String around) {
            String name = method.getName().contentEquals("<init>")
                    ? around.replaceFirst(".*?([^.]*)\\.$", "$1")
                    : method.getName().toString();
            String parameters = method.getParameters().stream().map(parameter -> parameter.getType().toString())
                    .collect(Collectors.joining(",", "(", ")")).replace(" ", "");
            add(Kind.METHOD, around + name, parameters, List.of(), method);
            return null;
        }

        @Override
        @SuppressWarnings("NullAway")
        public Void visitVariable(VariableTree field, String around) {
            add(Kind.FIELD, around + field.getName(), "", List.of(), field);
            return null;
        }

        private void add(Kind kind, String name, String parameters, List<String> supertypes, Tree tree) {
            int start = (int) positions.getStartPosition(unit, tree);
            int end = (int) positions.getEndPosition(unit, tree);
            if (start >= 0 && end >= start) {
                int line = (int) unit.getLineMap().getLineNumber(start);
                parts.add(new Part(kind, name, parameters, supertypes, line, Excerpts.dedent(text, start, end)));
            }
        }
    }
}
