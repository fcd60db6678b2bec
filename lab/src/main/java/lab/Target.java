package lab;

import java.net.InetSocketAddress;
import java.net.URI;

/// The server of `--url`, which somebody else has started.
///
/// @param path the request target, with `{n}` where each client's number goes
record Target(InetSocketAddress address, String path) {
    /// What the results call it.
    static final String NAME = "your server";
    private static final String NUMBER = "{n}";

    /// @throws IllegalArgumentException with a sentence for the user
    static Target of(String url, boolean allowRemote) {
        URI uri = URI.create(url.replace(NUMBER, "%7Bn%7D"));
        if (!"ws".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException(url + " is no ws:// address; the lab speaks no TLS");
        }
        InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("nobody knows " + uri.getHost());
        }
        if (!address.getAddress().isLoopbackAddress() && !allowRemote) {
            throw new IllegalArgumentException(uri.getHost()
                    + " is another machine; add --allow-remote if it is yours and may be put under load");
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Target(address, (path + query).replace("%7Bn%7D", NUMBER));
    }

    String path(int client) {
        return path.replace(NUMBER, Integer.toString(client));
    }

    /// Whether each client has a path of its own.
    boolean numbersClients() {
        return path.contains(NUMBER);
    }
}
