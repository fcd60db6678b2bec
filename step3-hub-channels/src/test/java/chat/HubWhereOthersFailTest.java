package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// This step's own hub, where each of the wrong ones fails.
class HubWhereOthersFailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void elevenMessagesBehindAJoinDoItNoHarm() throws Exception {
        try (TheHub hub = new TheHub("--hub-inbox-events=10")) {
            assertThat(BurstAndJoin.standsStill(hub, PATIENCE)).isFalse();
        }
    }

    @Test
    void whoeverJoinsWhileTwoTalkIsWelcomed() throws Exception {
        try (TestServer server = TestServer.start("--hub-inbox-events=10", "--outbox-messages=1000000",
                "--outbox-bytes=100000000")) {
            assertThat(FloodAndJoin.welcomed(server.port(), 10, PATIENCE)).isEqualTo(10);
        }
    }

    @Test
    void aStalledReaderHoldsNobodyUp() throws Exception {
        try (TheHub hub = new TheHub("--outbox-messages=10")) {
            assertThat(StalledMember.holdsUp(hub, PATIENCE)).isEmpty();
        }
    }

    @Test
    void ofTwoWithOneNameOneIsLetIn() throws Exception {
        try (TheHub hub = new TheHub()) {
            assertThat(Crowd.twinsLetIn(hub)).isEqualTo(1);
        }
    }

    @Test
    void aCrowdComesAndGoesWithoutHarm() throws Exception {
        try (TheHub hub = new TheHub()) {
            assertThat(Crowd.comesAndGoes(hub, 1)).isEmpty();
        }
    }
}
