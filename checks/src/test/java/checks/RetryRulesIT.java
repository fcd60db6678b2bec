package checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules behind a page of step 4 that comes back: when it is silent for too long, what is tried again, and when.
class RetryRulesIT extends SessionPageTests {

    @Test
    void silenceIsNoticedAfterThreeSecondsUnlessThePageItselfHasSlept() {
        EchoPage page = openWithClock("");
        page.page.evaluate("""
                async () => {
                    const { Pulse } = await import('/pulse.js');
                    window.missed = 0;
                    window.pulse = new Pulse(() => window.missed++);
                }""");
        page.page.clock().pauseAt((long) (double) page.page.evaluate("() => Date.now() + 3600_000.5"));
        page.page.evaluate("() => pulse.listen()");
        page.page.clock().runFor(2000);
        page.page.evaluate("() => pulse.listen()");
        page.page.clock().runFor(2990);
        assertThat(missed(page)).isZero();
        page.page.clock().runFor(20);
        assertThat(missed(page)).isEqualTo(1);
        page.page.clock().runFor(60_000);
        assertThat(missed(page)).isEqualTo(1);

        page.page.evaluate("() => pulse.listen()");
        page.page.clock().fastForward(60_000);
        assertThat(missed(page)).isEqualTo(1);
        page.page.clock().runFor(2990);
        assertThat(missed(page)).isEqualTo(1);
        page.page.clock().runFor(20);
        assertThat(missed(page)).isEqualTo(2);

        page.page.evaluate("() => { pulse.listen(); pulse.stop(); }");
        page.page.clock().runFor(60_000);
        assertThat(missed(page)).isEqualTo(2);
    }

    @Test
    void onlyWhatMayPassIsTriedAgain() {
        EchoPage page = open("");
        assertThat(page.page.evaluate("""
                async () => {
                    const { causeOf, mayStillBeHeld } = await import('/refusal.js');
                    mayStillBeHeld('mine', { code: 1006 });
                    const cured = [];
                    for (const code of [1000, 1001, 1002, 1006, 1007, 1008, 1009, 1011, 4001]) {
                        for (const name of ['mine', 'another']) {
                            const { cure } = await causeOf({ code, reason: '', opened: true }, name);
                            if (cure) {
                                cured.push(`${name} ${code}`);
                            }
                        }
                    }
                    return cured;
                }""")).isEqualTo(List.of("mine 1001", "another 1001", "mine 1006", "another 1006", "mine 1011",
                "another 1011", "mine 4001"));
    }

    @Test
    void theWaitBeforeAnAttemptIsRandomAndGrowsUpToALimit() {
        EchoPage page = open("");
        assertThat(page.page.evaluate("""
                async () => {
                    const { delay } = await import('/again.js');
                    return [0, 1, 2, 3, 4, 5, 60].map(attempt => {
                        const delays = Array.from({ length: 2000 }, () => delay(attempt) / 1000);
                        return `${Math.min(...delays).toFixed()} to ${Math.max(...delays).toFixed()} s`;
                    });
                }""")).isEqualTo(List.of("0 to 2 s", "0 to 4 s", "0 to 8 s", "0 to 16 s", "0 to 30 s", "0 to 30 s",
                "0 to 30 s"));
    }

    private static int missed(EchoPage page) {
        return (int) page.page.evaluate("() => window.missed");
    }
}
