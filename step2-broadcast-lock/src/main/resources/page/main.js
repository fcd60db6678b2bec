// What you send goes to everyone else, and what arrives comes from someone else: a frame does not say from whom.

import { inUnits, pack, unpack } from './files.js';
import { inWords, Socket } from './socket.js';
import { add, byId, enable, fileOnItsWay, fileToSave, showState } from './view.js';

const textLimit = 8192; // the server's default --text-limit, in bytes of UTF-8

const address = new URL('/ws', location.href);
address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const text = byId('text');
const file = byId('file');

const socket = new Socket({
    changed(state, end) {
        const words = {
            connecting: `Connecting to ${address}`,
            open: `Connected to ${address}`,
            closing: 'Closing',
            closed: end && inWords(end),
        }[state];
        showState(state, words);
        enableButtons();
        if (state === 'open') {
            add('notice', words);
            text.focus();
        }
        if (state === 'closed') {
            add('notice', words);
        }
        if (end && (end.asked || !end.opened) && document.activeElement !== text) {
            byId('connect').focus(); // the button that had the focus no longer works
        }
    },

    text(said) {
        add('received', said, 'someone');
    },

    binary(message) {
        try {
            const received = unpack(message);
            add('received', fileToSave(received, inUnits(received.blob.size)), 'someone');
        } catch (malformed) {
            add('error', malformed.message);
        }
    },
});

function enableButtons() {
    const open = socket.state === 'open';
    enable({
        connect: socket.state === 'closed',
        close: open || socket.state === 'connecting',
        send: open && text.value.trim() !== '',
        'send-file': open,
    });
}

function sendText() {
    const said = text.value;
    const bytes = new TextEncoder().encode(said).length;
    if (bytes > textLimit) {
        add('error', `The message was not sent: it has ${bytes} bytes, and ${textLimit} is the limit`);
    } else if (socket.send(said)) {
        add('sent', said);
        text.value = '';
    }
    enableButtons();
    text.focus();
}

async function sendFile(chosen) {
    try {
        const message = await pack(chosen);
        const { node, watch } = fileOnItsWay(chosen.name, inUnits(chosen.size), message.byteLength);
        if (socket.send(message, watch)) {
            add('sent', node);
        } else {
            add('error', 'The file was not sent: the connection is closed');
        }
    } catch (refused) {
        add('error', refused.message);
    }
}

byId('connect').addEventListener('click', () => socket.connect(address));
byId('close').addEventListener('click', () => socket.close());
text.addEventListener('input', enableButtons);
byId('talk').addEventListener('submit', event => {
    event.preventDefault();
    sendText();
});
byId('send-file').addEventListener('click', () => file.click());
file.addEventListener('change', () => {
    sendFile(file.files[0]);
    file.value = ''; // or choosing the same file again would be no change
});

enableButtons();
