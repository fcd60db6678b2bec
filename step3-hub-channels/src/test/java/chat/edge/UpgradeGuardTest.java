package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeGuardTest {

    @ParameterizedTest
    @CsvSource({
            "http://chat.example, chat.example",
            "http://chat.example, chat.example:80",
            "http://chat.example:80, chat.example",
            "https://chat.example, chat.example:443",
            "https://chat.example, chat.example",
            "http://CHAT.example:8080, chat.EXAMPLE:8080",
            "http://127.0.0.1:8080, 127.0.0.1:8080",
            "http://[::1]:8080, [::1]:8080"})
    void anOriginOfTheSameHostAndPortIsOurs(String origin, String host) {
        assertThat(UpgradeGuard.isSameServer(origin, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
            "http://evil.example, chat.example",
            "http://chat.example.evil.example, chat.example",
            "http://chat.example:8080, chat.example:8081",
            "http://chat.example, chat.example:443",
            "https://chat.example:80, chat.example",
            "http://chat.example/path, chat.example",
            "http://user@chat.example, chat.example",
            "http://chat.example, user@chat.example",
            "http://chat.example, chat.example/path",
            "ws://chat.example, chat.example",
            "null, chat.example",
            "'', chat.example",
            "http://, ''",
            "chat.example, chat.example",
            "http://my_host, my_host/x"})
    void everyOtherIsNot(String origin, String host) {
        assertThat(UpgradeGuard.isSameServer(origin, host)).isFalse();
    }
}
