package chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// How much a message may weigh, whatever pieces it comes in. Too much is closed with 1009.
class LimitsTest {

    private final TestServer server = TestServer.start("--text-limit=2000", "--file-limit=20000",
            "--frames-per-message=50");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTextOfTheLimitIsDelivered() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().sendText("x".repeat(2000));
            assertThat(talk.heard()).isEqualTo("x".repeat(2000));
            talk.speaker().sendText("世".repeat(666) + "é");
            assertThat(talk.heard()).isEqualTo("世".repeat(666) + "é");
        }
    }

    @Test
    void aTextOneByteLongerIsClosedWith1009() throws Exception {
        assertTooBig(Wire.frame(Wire.TEXT, "x".repeat(2001)));
    }

    @Test
    void theLimitCountsBytesNotCharacters() throws Exception {
        assertTooBig(Wire.frame(Wire.TEXT, "世".repeat(667)));
    }

    @Test
    void aTooLongTextInSmallWritesIsClosedWith1009() throws Exception {
        byte[] frame = Wire.frame(Wire.TEXT, "x".repeat(2001));
        try (Dialect talk = Dialect.open(server)) {
            for (int at = 0; at < frame.length; at += 500) {
                talk.speaker().send(Arrays.copyOfRange(frame, at, Math.min(at + 500, frame.length)));
                talk.speaker().hearsNothingFor(Duration.ofMillis(20));
            }
            assertClosedWith1009(talk);
        }
    }

    @Test
    void aTooLongTextInFourFragmentsIsClosedWith1009() throws Exception {
        String part = "x".repeat(600);
        assertTooBig(Wire.join(Wire.frame(Wire.FIRST_TEXT, part), Wire.frame(Wire.CONTINUATION, part),
                Wire.frame(Wire.CONTINUATION, part), Wire.frame(Wire.LAST, part)));
    }

    @Test
    void aFileOfTheLimitIsDelivered() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(Wire.BINARY, Dialect.file(20_000));
            assertThat(talk.heardFile()).isEqualTo(Dialect.file(20_000));
        }
    }

    @Test
    void aFileOneByteLongerIsClosedWith1009() throws Exception {
        assertTooBig(Wire.frame(Wire.BINARY, Dialect.file(20_001)));
    }

    @Test
    void aTooBigFileInFragmentsIsClosedWith1009() throws Exception {
        byte[] file = Dialect.file(15_000);
        assertTooBig(Wire.join(Wire.frame(Wire.FIRST_BINARY, file), Wire.frame(Wire.LAST, file)));
    }

    @Test
    void aMessageMayBeCutIntoAsManyFramesAsTheLimitSays() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(fragments(50));
            assertThat(talk.heard()).isEqualTo("x".repeat(50));
            talk.speaker().send(fragments(50));
            assertThat(talk.heard()).isEqualTo("x".repeat(50));
        }
    }

    @Test
    void oneFrameMoreIsClosedWith1009() throws Exception {
        assertTooBig(fragments(51));
    }

    @Test
    void fiveThousandTinyFragmentsAreClosedWith1009() throws Exception {
        assertTooBig(fragments(5000));
    }

    @Test
    void emptyFragmentsCountToo() throws Exception {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(Wire.frame(Wire.FIRST_TEXT, ""));
        for (int i = 0; i < 60; i++) {
            frames.writeBytes(Wire.frame(Wire.CONTINUATION, ""));
        }
        assertTooBig(frames.toByteArray());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a reset may overtake the close frame")
    void whoeverIsStillSendingSees1009Too() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            Thread.startVirtualThread(
                    () -> trySending(talk.speaker(), Wire.frame(Wire.BINARY, Dialect.file(4_000_000))));
            assertClosedWith1009(talk);
        }
    }

    private static void trySending(RawWebSocket client, byte[] bytes) {
        try {
            client.send(bytes);
        } catch (IOException cutOff) {
            assertThat(cutOff).isNotNull();
        }
    }

    @Test
    void endlessFragmentsAreCutOffAtOnce() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(Wire.frame(Wire.FIRST_TEXT, ""));
            byte[] more = Wire.frame(Wire.CONTINUATION, "");
            assertThatIOException().as("sending without end").isThrownBy(() -> {
                for (int sent = 0; sent < 1_000_000; sent++) {
                    talk.speaker().send(more);
                }
            });
            talk.othersAreUndisturbed();
        }
    }

    private static byte[] fragments(int count) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(Wire.frame(Wire.FIRST_TEXT, "x"));
        for (int i = 2; i < count; i++) {
            frames.writeBytes(Wire.frame(Wire.CONTINUATION, "x"));
        }
        frames.writeBytes(Wire.frame(Wire.LAST, "x"));
        return frames.toByteArray();
    }

    private void assertTooBig(byte[] message) throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(message);
            assertClosedWith1009(talk);
        }
    }

    private static void assertClosedWith1009(Dialect talk) throws Exception {
        assertThat(talk.closing().code()).isEqualTo(1009);
        assertThat(talk.speaker().hasEnded()).isTrue();
        talk.othersAreUndisturbed();
    }
}
