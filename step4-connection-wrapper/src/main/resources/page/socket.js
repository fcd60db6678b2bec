// One WebSocket at most, and a word for what it is doing. Nothing here knows the page.

const meanings = {
    1000: 'done',
    1001: 'the server is stopping',
    1002: 'the WebSocket protocol was broken',
    1005: 'no code was given',
    1006: 'the connection broke off without a goodbye; the server or the network went away',
    1007: 'a text was not valid UTF-8',
    1008: 'too slow, or a rule was broken',
    1009: 'the message was too big, or came in too many frames',
    1011: 'something went wrong in the server',
    4001: 'that name is taken',
};

/**
 * @typedef {object} End how a connection ended
 * @property {number} code the close code; 1006 is the browser's own word for "none arrived"
 * @property {string} reason the server's words, often empty
 * @property {boolean} opened false if it was closed before it was ever open: then the code says nothing
 * @property {boolean} asked true if this page closed it
 */

/**
 * @param {End} end
 * @returns {string} one sentence for people
 */
export function inWords({ code, reason, opened, asked }) {
    if (!opened) {
        return asked ? 'Closed before it was open' : 'Not connected: the server is not there, or did not let us in';
    }
    const meaning = meanings[code] ?? 'a code this page does not know';
    return `Closed with code ${code}: ${meaning}` + (reason && reason !== meaning ? ` (“${reason}”)` : '');
}

// A WebSocket that knows how many of the bytes handed over have left: bufferedAmount only says how many have not.
class CountingSocket extends WebSocket {
    handedOver = 0;

    send(data) {
        const before = this.bufferedAmount;
        super.send(data);
        this.handedOver += this.bufferedAmount - before;
    }

    get gone() {
        return this.handedOver - this.bufferedAmount;
    }
}

/** The page's connection: `closed`, then `connecting`, `open`, `closing` and `closed` again. */
export class Socket {
    #listener;
    #socket = null;
    #state = 'closed';
    #opened = false;
    #asked = false;

    /**
     * @param {{changed: function(string, End=), text: function(string), binary: function(ArrayBuffer)}} listener
     *        `changed` gets the new state, and for `closed` how it ended
     */
    constructor(listener) {
        this.#listener = listener;
    }

    get state() {
        return this.#state;
    }

    /**
     * Connects, unless there is a connection already: two would show every message twice.
     * @param {string|URL} url
     */
    connect(url) {
        if (this.#socket) {
            return;
        }
        const socket = new CountingSocket(url);
        socket.binaryType = 'arraybuffer';
        socket.onopen = () => {
            this.#opened = true;
            this.#become('open');
        };
        socket.onmessage = ({ data }) =>
            typeof data === 'string' ? this.#listener.text(data) : this.#listener.binary(data);
        // No onerror: its event says nothing, and a close event always follows it.
        socket.onclose = ({ code, reason }) =>
            this.#end(code, reason.replace(/^UT\d+: /, '')); // a library's own number for it
        this.#socket = socket;
        this.#opened = false;
        this.#asked = false;
        this.#become('connecting');
    }

    /**
     * @param {string|ArrayBuffer} data
     * @param {function(number, boolean)} [watch] gets the bytes still waiting in this browser, ten times a second
     *        down to 0, and whether they are lost because the connection closed. 0 means gone, not arrived.
     * @returns {boolean} false if there is no open connection; then nothing was sent
     */
    send(data, watch) {
        const socket = this.#socket;
        if (socket?.readyState !== WebSocket.OPEN) {
            return false;
        }
        socket.send(data);
        if (watch) {
            this.#watch(socket, socket.handedOver, watch);
        }
        return true;
    }

    /** Says goodbye; `closed` follows when the server has answered. Also stops a connect that takes too long. */
    close() {
        if (this.#state === 'connecting' || this.#state === 'open') {
            this.#asked = true;
            this.#become('closing');
            this.#socket.close(1000, 'done');
        }
    }

    /**
     * Ends it without a goodbye from the other side: who has fallen silent would not answer that either.
     * @param {string} reason
     */
    giveUp(reason) {
        const socket = this.#socket;
        if (socket) {
            socket.onopen = socket.onmessage = socket.onclose = null;
            socket.close();
            this.#end(1006, reason);
        }
    }

    #end(code, reason) {
        this.#socket = null;
        this.#become('closed', { code, reason, opened: this.#opened, asked: this.#asked });
    }

    #watch(socket, end, watch) {
        const left = Math.max(0, end - socket.gone);
        const lost = left > 0 && socket !== this.#socket;
        watch(left, lost);
        if (left > 0 && !lost) {
            setTimeout(() => this.#watch(socket, end, watch), 100);
        }
    }

    #become(state, end) {
        this.#state = state;
        this.#listener.changed(state, end);
    }
}
