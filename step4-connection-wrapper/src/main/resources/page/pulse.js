// The server beats once a second. A pulled cable says no goodbye, and a server that stands still says none either:
// the only sign is silence.

const silence = 3000; // milliseconds: three of the server's default --heartbeat
const late = 250; // milliseconds after its time, when a timer no longer counts

/** Notices that nothing is heard any more. */
export class Pulse {
    #missed;
    #timer;

    /** @param {function()} missed called when it has been silent for too long */
    constructor(missed) {
        this.#missed = missed;
    }

    /**
     * Starts anew, because something was heard or should be heard soon.
     * @param {number} [limit] milliseconds of silence
     */
    listen(limit = silence) {
        clearTimeout(this.#timer);
        const due = performance.now() + limit;
        this.#timer = setTimeout(() => {
            // Whose timer is late has slept itself: a hidden tab, a closed laptop. What came meanwhile may still wait.
            if (performance.now() - due > late) {
                this.listen(limit);
            } else {
                this.#missed();
            }
        }, limit);
    }

    stop() {
        clearTimeout(this.#timer);
    }
}

/** @param {HTMLElement} element whose dot beats once, unless its reader has asked for less motion */
export function showBeat(element) {
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
        const scale = ['scale(1)', 'scale(1.5)', 'scale(1)'];
        element.animate({ transform: scale }, { duration: 500, easing: 'ease-out', pseudoElement: '::before' });
    }
}
