// Why the server did not let us in.

export const nameTaken = 4001;

const patience = 5000; // milliseconds

/**
 * A reload may come in before the server has seen it leave. Then the name is its own, and will be free in a moment.
 * @param {{code: number}} end
 * @returns {boolean} true if that is likely, and trying again is worth it
 */
export function isFromBefore({ code }) {
    const [load] = performance.getEntriesByType('navigation');
    return code === nameTaken && load?.type === 'reload' && performance.now() < patience;
}

/**
 * A browser hides how a handshake was answered. Asked for as a page, the same address gives the same answer.
 * @param {URL} address of the WebSocket
 * @returns {Promise<string>} one sentence: the server's, if it is there
 */
export async function askWhy(address) {
    try {
        const signal = AbortSignal.timeout(patience);
        return await sentenceIn(await fetch(address.pathname + address.search, { redirect: 'manual', signal }));
    } catch {
        return 'The server is not there.';
    }
}

async function sentenceIn(answer) {
    if (!answer.headers.get('Content-Type')?.startsWith('text/plain')) {
        return `Something else than the server answered, with status ${answer.status}.`;
    }
    const sentence = (await answer.text()).trim();
    return sentence.startsWith('This address is a WebSocket')
        ? 'The server answers, but the WebSocket did not get through: try again.' : sentence;
}
