package lab;

/// What the servers and the load ran on: numbers without it say little.
///
/// @param cores the processors Java may use
/// @param java the version of the virtual machine, for the servers and for the load
/// @param system the operating system with its kernel's version
record Machine(int cores, String java, String system) {
    static Machine here() {
        String kernel = System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "$1");
        return new Machine(Runtime.getRuntime().availableProcessors(), "JDK " + Runtime.version(),
                System.getProperty("os.name") + " " + kernel);
    }

    String text() {
        return cores + " cores, " + java + ", " + system;
    }
}
