// Coming back by itself, later and later: a server that starts anew must not find all its pages at the door at once.

const first = 2000; // milliseconds, within which the first attempt is made
const longest = 30_000; // milliseconds, within which any later one is made

/**
 * Anywhere up to a limit that doubles each time. So pages that were lost together do not come back together.
 * @param {number} attempt 0 is the first
 * @returns {number} milliseconds to wait before it
 */
export function delay(attempt) {
    return Math.random() * Math.min(longest, first * 2 ** attempt);
}

/** From the end of a connection until the next one stands, or nobody wants it any more. */
export class Again {
    #connect;
    #show;
    #attempts = 0;
    #timer;

    /** When it began, as people write it; empty if there is nothing to bring back. */
    since = '';

    /**
     * @param {function()} connect makes one attempt
     * @param {function(string)} show gets what to tell people, each second
     */
    constructor(connect, show) {
        this.#connect = connect;
        this.#show = show;
    }

    begin() {
        this.since ||= new Date().toLocaleTimeString();
    }

    /**
     * Plans the next attempt.
     * @param {string} why the last one failed, in a sentence, or nothing
     */
    later(why) {
        this.#countDown(performance.now() + delay(this.#attempts++), why);
    }

    now() {
        clearTimeout(this.#timer);
        this.#connect();
    }

    stop() {
        clearTimeout(this.#timer);
        this.#attempts = 0;
        this.since = '';
    }

    #countDown(due, why) {
        clearTimeout(this.#timer);
        const left = due - performance.now(); // looked at each time: a hidden tab's timers come late
        if (left <= 0) {
            this.now();
            return;
        }
        this.#show([why, `Reconnecting in ${Math.ceil(left / 1000)} s`].filter(Boolean).join(' '));
        this.#timer = setTimeout(() => this.#countDown(due, why), left % 1000 || 1000);
    }
}
