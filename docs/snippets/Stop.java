import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// Starts a server, connects to the address it prints, stops it with SIGTERM, and prints what the client got to know.
///
///     java docs/snippets/Stop.java java -jar step1-echo/target/step1-echo.jar --port=0
void main(String... command) throws Exception {
    Process server = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String address = server.inputReader().readLine().replace("http", "ws") + "ws";
    CompletableFuture<String> end = new CompletableFuture<>();
    HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), new WebSocket.Listener() {

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            end.complete(code == 1006 ? "the connection broke off without a close frame"
                    : "closed with " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end.complete("the connection broke off without a close frame");
        }
    }).join();
    server.destroy();
    IO.println("client: " + end.join());
    IO.println("server: ended with exit code " + server.waitFor());
}
