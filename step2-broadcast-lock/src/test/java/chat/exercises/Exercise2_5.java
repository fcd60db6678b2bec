package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.TestClient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-2.5")
class Exercise2_5 {

    @Test
    void theRoomHasACopyOnWriteListAndNoLock() throws Exception {
        List<Class<?>> fields = Stream.of(Class.forName("chat.Room").getDeclaredFields()).<Class<?>>map(Field::getType)
                .toList();
        assertThat(fields).as("no field of Room is a lock").noneMatch(Lock.class::isAssignableFrom);
        assertThat(Class.forName("chat.Room").getDeclaredMethods()).as("no method of Room is synchronized")
                .noneMatch(method -> Modifier.isSynchronized(method.getModifiers()));

        Field connections = Class.forName("chat.Room").getDeclaredField("connections");
        connections.setAccessible(true);
        var constructor = Class.forName("chat.Room").getDeclaredConstructor();
        constructor.setAccessible(true);
        assertThat(connections.get(constructor.newInstance())).as("Room.connections")
                .isInstanceOf(CopyOnWriteArrayList.class);
    }

    @Test
    void theOthersStillHearEverythingWhileManyComeAndGo() throws Exception {
        List<TestClient> guests = new ArrayList<>();
        try (ChatServer server = ChatServer.start("--port=0");
                TestClient ada = TestClient.open(server.address().getPort(), "/ws");
                TestClient bob = TestClient.open(server.address().getPort(), "/ws")) {
            for (int i = 0; i < 100; i++) {
                guests.add(TestClient.open(server.address().getPort(), "/ws"));
                ada.say("message " + i);
                if (i % 2 == 0) {
                    guests.removeFirst().close();
                }
            }
            for (int i = 0; i < 100; i++) {
                assertThat(bob.heard()).as("what bob, who stays, hears").isEqualTo("message " + i);
            }
        } finally {
            for (TestClient guest : guests) {
                guest.close();
            }
        }
    }
}
