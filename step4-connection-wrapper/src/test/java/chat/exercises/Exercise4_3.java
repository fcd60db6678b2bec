package chat.exercises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.Heard;
import chat.HttpAnswer;
import chat.Terminal;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.3")
class Exercise4_3 {

    @Test
    void whoeverIsNamedHearsItAndNobodyElse() throws Exception {
        try (ChatServer server = Guest.server();
                Guest ada = Guest.join(server, "ada");
                Guest bob = Guest.join(server, "bob");
                Terminal cleo = Guest.terminal(server)) {
            ada.heard(); // bob comes
            ada.heard(); // cleo comes
            bob.heard();
            assertThat(push(server, "for ada", "\"ada\"").body()).as("the answer to a push to ada")
                    .isEqualTo("{\"delivered\":1}\n");
            assertThat(push(server, "for cleo", "\" " + cleo.name() + " \"").body())
                    .as("the answer to a push to a terminal: its name is an address, and here spaces stand around it")
                    .isEqualTo("{\"delivered\":1}\n");
            assertThat(pushToAll(server).body()).as("the answer to a push without a \"to\"")
                    .isEqualTo("{\"delivered\":3}\n");
            assertThat(ada.heard()).isEqualTo(new Heard(Guest.PUSHED, "ops", "for ada"));
            for (Guest guest : List.of(ada, bob)) {
                assertThat(guest.heard()).as("the next push %s hears", guest.name())
                        .isEqualTo(new Heard(Guest.PUSHED, "ops", "for all"));
            }
            assertThat(cleo.lines(2)).containsExactly("[ops] for cleo", "[ops] for all");
        }
    }

    @Test
    void whoeverIsNotHereIsNoError() throws Exception {
        try (ChatServer server = Guest.server(); Guest ada = Guest.join(server, "ada")) {
            HttpAnswer answer = push(server, "for dave", "\"dave\"");
            assertThat(answer.body()).as("the answer to a push to somebody who is not here")
                    .isEqualTo("{\"delivered\":0}\n");
            assertThat(answer.status()).isEqualTo(200);
            pushToAll(server);
            assertThat(ada.heard().message()).as("the first push ada hears").isEqualTo("for all");
        }
    }

    @Test
    void whatIsNoNameIsRefusedAndNotTakenForEverybody() throws Exception {
        try (ChatServer server = Guest.server(); Guest ada = Guest.join(server, "ada")) {
            for (String to : List.of("null", "7", "[\"ada\"]", "\"\"", "\"  \"")) {
                HttpAnswer answer = push(server, "for whom?", to);
                assertThat(answer.status()).as("the status of a push with \"to\":%s", to).isEqualTo(400);
                assertThat(answer.body()).startsWith("{\"error\":\"");
            }
            pushToAll(server);
            assertThat(ada.heard().message()).as("the first push ada hears").isEqualTo("for all");
        }
    }

    private static HttpAnswer push(ChatServer server, String message, String to) throws Exception {
        return post(server, "{\"name\":\"ops\",\"message\":\"" + message + "\",\"to\":" + to + "}");
    }

    private static HttpAnswer pushToAll(ChatServer server) throws Exception {
        return post(server, "{\"name\":\"ops\",\"message\":\"for all\"}");
    }

    private static HttpAnswer post(ChatServer server, String body) throws IOException, ReflectiveOperationException {
        int port = server.address().getPort();
        return HttpAnswer.to(port, """
                POST /push HTTP/1.1\r
                Host: localhost:%d\r
                Authorization: Bearer %s\r
                Content-Length: %d\r
                \r
                %s""".formatted(port, token(server), body.getBytes(UTF_8).length, body));
    }

    /// Nobody outside the server's package is told, except on stdout.
    private static Object token(ChatServer server) throws ReflectiveOperationException {
        Method token = ChatServer.class.getDeclaredMethod("pushToken");
        token.setAccessible(true);
        return token.invoke(server);
    }
}
