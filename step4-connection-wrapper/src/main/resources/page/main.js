// Everyone hears everything, in one order and under a name. Whoever loses the connection comes back by itself.

import { Again } from './again.js';
import { inUnits, pack, unpack } from './files.js';
import { parse, peopleIn, types } from './message.js';
import { faultOf } from './name.js';
import { Pulse, showBeat } from './pulse.js';
import { causeOf, mayStillBeHeld, nameTaken } from './refusal.js';
import { Socket } from './socket.js';
import { add, byId, enable, fileOnItsWay, fileToSave, showState } from './view.js';

const textLimit = 8192; // the server's default --text-limit, in bytes of UTF-8
const connectPatience = 10_000; // milliseconds from an attempt to its success

const address = new URL('/ws', location.href);
address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const name = byId('name');
const text = byId('text');
const file = byId('file');

let fileFrom = ''; // whose file comes next
let inside = false; // the room has said that we joined
const unsent = []; // files that were chosen while there was no connection

const again = new Again(() => socket.connect(address), away);
const pulse = new Pulse(() => socket.giveUp('the heartbeat is missing'));

const socket = new Socket({
    changed(state, end) {
        switch (state) {
            case 'connecting':
                pulse.listen(connectPatience);
                away(`Connecting as ${name.value}`);
                break;
            case 'open':
                pulse.listen();
                break;
            case 'closing':
                showState(state, 'Closing');
                break;
            case 'closed':
                pulse.stop();
                ended(end);
                break;
        }
        enableButtons();
    },

    text(json) {
        pulse.listen();
        try {
            hear(parse(json));
        } catch (malformed) {
            add('error', malformed.message);
        }
    },

    binary(message) {
        pulse.listen();
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
            if (type === types.joined && author === name.value) {
                entered();
            }
            add('notice', message);
            byId('people').textContent = peopleIn(message);
            break;
        case types.file:
            fileFrom = author;
            break;
        case types.beat:
            showBeat(byId('state'));
            break;
        case types.pushed:
            add('notice', strong(message), author);
            break;
    }
}

function entered() {
    if (again.since) {
        add('notice', `What was said since ${again.since} is not here: nobody keeps it`);
    }
    again.stop();
    inside = true;
    showState('open', `Connected as ${name.value}`);
    enableButtons();
    rememberName();
    if ([document.body, name, byId('connect')].includes(document.activeElement)) {
        text.focus();
    }
    unsent.splice(0).forEach(sendFile);
}

async function ended(end) {
    byId('people').textContent = '';
    if (inside) {
        inside = false;
        mayStillBeHeld(name.value, end);
    }
    again.begin();
    const { why, cure } = await causeOf(end, name.value, address);
    if (!again.since || socket.state !== 'closed') {
        return; // Close or Connect was pressed meanwhile
    }
    const told = (end.opened || end.asked) && !(cure && end.code === nameTaken);
    if (told || !cure) {
        add(told ? 'notice' : 'error', why);
    }
    if (cure) {
        again.later(told ? '' : why);
    } else {
        stay(why);
        moveFocus(end);
    }
}

function stay(why) {
    again.stop();
    showState('closed', why);
    enableButtons();
}

function away(words) {
    showState('connecting', again.since ? `Disconnected since ${again.since}. ${words}` : words);
}

// The button that had the focus no longer works. Who is writing is left alone.
function moveFocus(end) {
    if (end.code === nameTaken) {
        name.select();
    } else if ((end.asked || !end.opened) && ![name, text].includes(document.activeElement)) {
        byId('connect').focus();
    }
}

function strong(words) {
    return Object.assign(document.createElement('strong'), { textContent: words });
}

function enableButtons() {
    const resting = socket.state === 'closed' && !again.since;
    name.readOnly = !resting;
    enable({
        connect: socket.state === 'closed',
        close: !resting && socket.state !== 'closing',
        send: inside && text.value.trim() !== '',
        'send-file': inside,
    });
}

// With a fault the browser does not submit the form: it says at the field what is wrong.
function checkName() {
    name.setCustomValidity(faultOf(name.value.trim()));
}

function join() {
    name.value = name.value.trim();
    address.searchParams.set('name', name.value);
    again.now();
}

function leave() {
    again.stop();
    socket.close();
    if (socket.state === 'closed') {
        const words = 'Closed: no further attempt';
        add('notice', words);
        stay(words);
        byId('connect').focus(); // Close no longer works
    }
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
    } else if (inside && socket.send(said)) {
        text.value = '';
    }
    enableButtons();
    text.focus();
}

async function sendFile(chosen) {
    try {
        const message = await pack(chosen);
        const { node, watch } = fileOnItsWay(chosen.name, inUnits(chosen.size), message.byteLength);
        if (inside && socket.send(message, watch)) {
            add('sent', node, name.value);
        } else {
            unsent.push(chosen);
            add('notice', `${chosen.name} is kept until we are connected`);
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
byId('close').addEventListener('click', leave);
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
