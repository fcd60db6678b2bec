// Everyone hears everything, in one order and under a name. What you say comes back to you like the words of others.

import { inUnits, pack, unpack } from './files.js';
import { parse, peopleIn, types } from './message.js';
import { faultOf } from './name.js';
import { askWhy, isFromBefore, nameTaken } from './refusal.js';
import { inWords, Socket } from './socket.js';
import { add, byId, enable, fileOnItsWay, fileToSave, showState } from './view.js';

const textLimit = 8192; // the server's default --text-limit, in bytes of UTF-8

const address = new URL('/ws', location.href);
address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const name = byId('name');
const text = byId('text');
const file = byId('file');

let fileFrom = ''; // whose file comes next
let again; // the timer of another attempt

const socket = new Socket({
    changed(state, end) {
        const words = {
            connecting: `Connecting as ${name.value}`,
            open: `Connected as ${name.value}`,
            closing: 'Closing',
            closed: end && inWords(end),
        }[state];
        showState(state, words);
        enableButtons();
        name.readOnly = state !== 'closed';
        if (state === 'open') {
            rememberName();
            text.focus();
        }
        if (state === 'closed' && isFromBefore(end)) {
            showState('connecting', `Waiting for the name ${name.value}`);
            again = setTimeout(join, 200);
        } else if (state === 'closed') {
            sayHowItEnded(end, words);
            moveFocus(end);
        }
    },

    text(json) {
        try {
            hear(parse(json));
        } catch (malformed) {
            add('error', malformed.message);
        }
    },

    binary(message) {
        try {
            const received = unpack(message);
            add('received', fileToSave(received, inUnits(received.blob.size)), fileFrom);
        } catch (malformed) {
            add('error', malformed.message);
        }
    },
});

function hear({ type, name: author, message }) {
    switch (type) {
        case types.said:
            add(author === name.value ? 'sent' : 'received', message, author);
            break;
        case types.joined:
        case types.left:
            add('notice', message);
            byId('people').textContent = peopleIn(message);
            break;
        case types.file:
            fileFrom = author;
            break;
    }
}

async function sayHowItEnded(end, words) {
    byId('people').textContent = '';
    if (end.opened || end.asked) {
        add('notice', words);
        return;
    }
    const why = `Not connected. ${await askWhy(address)}`;
    add('error', why);
    if (socket.state === 'closed') {
        showState('closed', why);
    }
}

// The button that had the focus no longer works. Who is writing is left alone.
function moveFocus(end) {
    if (end.code === nameTaken) {
        name.select();
    } else if ((end.asked || !end.opened) && ![name, text].includes(document.activeElement)) {
        byId('connect').focus();
    }
}

function enableButtons() {
    const open = socket.state === 'open';
    enable({
        connect: socket.state === 'closed',
        close: open || socket.state === 'connecting',
        send: open && text.value.trim() !== '',
        'send-file': open,
    });
}

// With a fault the browser does not submit the form: it says at the field what is wrong.
function checkName() {
    clearTimeout(again);
    name.setCustomValidity(faultOf(name.value.trim()));
}

function join() {
    name.value = name.value.trim();
    address.searchParams.set('name', name.value);
    socket.connect(address);
}

// So that a reload joins again.
function rememberName() {
    const here = new URL(location.href);
    here.searchParams.set('name', name.value);
    history.replaceState(null, '', here);
}

function sendText() {
    const said = text.value;
    const bytes = new TextEncoder().encode(said).length;
    if (bytes > textLimit) {
        add('error', `The message was not sent: it has ${bytes} bytes, and ${textLimit} is the limit`);
    } else if (socket.send(said)) {
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
            add('sent', node, name.value);
        } else {
            add('error', 'The file was not sent: the connection is closed');
        }
    } catch (refused) {
        add('error', refused.message);
    }
}

name.addEventListener('input', checkName);
name.addEventListener('invalid', () => showState('closed', `Not connected. ${name.validationMessage}`));
byId('join').addEventListener('submit', event => {
    event.preventDefault();
    join();
});
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

name.value = new URLSearchParams(location.search).get('name') ?? '';
checkName();
enableButtons();
if (name.value !== '') {
    byId('join').requestSubmit();
}
