// Why a connection ended or never began, and whether trying again can cure that.

import { inWords } from './socket.js';

export const nameTaken = 4001;

const curable = [1001, 1006, 1011];
const patience = 5000; // milliseconds
const untilMissed = 60_000; // milliseconds, above the server's default --ping, --pong and --close-deadline together

// A connection that has ended may hold its name until the server has seen the end. A reload starts with such a name.
const [load] = performance.getEntriesByType('navigation');
let held = { name: load?.type === 'reload' && new URLSearchParams(location.search).get('name'), until: patience };

/**
 * The server will have to notice by itself if there was no goodbye.
 * @param {string} name under which we were in the room
 * @param {{code: number}} end
 */
export function mayStillBeHeld(name, { code }) {
    held = { name, until: performance.now() + (code === 1006 ? untilMissed : patience) };
}

/**
 * @param {import('./socket.js').End} end
 * @param {string} name
 * @param {URL} address of the WebSocket
 * @returns {Promise<{why: string, cure: boolean}>} a sentence for people, and whether to try again
 */
export async function causeOf(end, name, address) {
    if (end.code === nameTaken && name === held.name && performance.now() < held.until) {
        return { why: `Waiting for the name ${name}.`, cure: true };
    } else if (end.opened || end.asked) {
        return { why: inWords(end), cure: !end.asked && curable.includes(end.code) };
    }
    return askWhy(address);
}

// A browser hides how a handshake was answered. Asked for as a page, the same address gives the same answer.
async function askWhy(address) {
    try {
        const signal = AbortSignal.timeout(patience);
        return await sentenceIn(await fetch(address.pathname + address.search, { redirect: 'manual', signal }));
    } catch {
        return { why: 'The server is not there.', cure: true };
    }
}

async function sentenceIn(answer) {
    const plain = answer.headers.get('Content-Type')?.startsWith('text/plain');
    const sentence = plain ? (await answer.text()).trim()
        : `Something else than the server answered, with status ${answer.status}.`;
    if (plain && sentence.startsWith('This address is a WebSocket')) {
        return { why: 'The server answers, but the WebSocket did not get through.', cure: true };
    }
    return answer.status >= 500 ? { why: sentence, cure: true } : { why: `Not connected. ${sentence}`, cure: false };
}
