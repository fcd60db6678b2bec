package lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LedgerTest {
    @Test
    void whatEveryoneHasHeardIsNotMissing() {
        Ledger ledger = new Ledger(2, true);
        ledger.said(0);
        ledger.heard(0);

        assertThat(ledger.missing()).isOne();
        assertThat(ledger.deaf()).isOne();

        ledger.heard(1);
        assertThat(ledger.missing()).isZero();
        assertThat(ledger.lost()).isZero();
        assertThat(ledger.deaf()).isZero();
    }

    @Test
    void aSpeakerWhoIsNotToldMissesNothing() {
        Ledger ledger = new Ledger(3, false);
        ledger.said(0);
        ledger.heard(1);
        ledger.heard(2);

        assertThat(ledger.lost()).isZero();
        assertThat(ledger.deaf()).isZero();
    }

    @Test
    void whatOneHearsTwiceDoesNotMakeUpForWhatAnotherMisses() {
        Ledger ledger = new Ledger(2, true);
        ledger.said(0);
        ledger.heard(0);
        ledger.heard(0);

        assertThat(ledger.missing()).isZero();
        assertThat(ledger.lost()).isOne();
    }
}
