// What the page shows. Whatever came from outside goes through textContent, so it stays text.

const keptEntries = 500;
const keptFiles = 50;
const labels = { sent: 'Sent', received: 'Received', notice: '', error: 'Problem' };

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export const byId = id => document.getElementById(id);

const scroller = byId('scroller');
const log = byId('log');

/**
 * @param {string} state for the colour of the dot
 * @param {string} words what people read
 */
export function showState(state, words) {
    byId('state').dataset.state = state;
    byId('state').textContent = words;
}

/** @param {Object<string, boolean>} works by button id: a button is enabled exactly when it works */
export function enable(works) {
    for (const [id, on] of Object.entries(works)) {
        byId(id).disabled = !on;
    }
}

/**
 * Adds an entry at the end of the log, under the local time.
 * @param {'sent'|'received'|'notice'|'error'} kind
 * @param {string|Node} content
 * @param {string} [author] shown in a colour of its own, the same each time
 */
export function add(kind, content, author) {
    const now = new Date();
    const time = element('time', '', now.toLocaleTimeString());
    time.dateTime = now.toISOString();
    time.title = now.toLocaleString();

    const text = element('div', 'text', content);
    text.dir = 'auto';
    const about = element('p', 'about', element('span', 'kind', labels[kind]), time);
    if (author) {
        about.prepend(authorOf(author));
    }
    log.append(element('li', kind, about, text));
    forgetTheOldest();
    if (following) {
        toTheEnd();
    }
}

/**
 * @param {{name: string, blob: Blob}} file
 * @param {string} size
 * @returns {Node} a link that saves the file; nothing is ever opened or run
 */
export function fileToSave({ name, blob }, size) {
    const link = element('a', '', element('bdi', '', name));
    link.href = URL.createObjectURL(blob);
    link.download = name;
    return element('span', 'file', link, element('span', 'size', size));
}

/**
 * @param {string} name
 * @param {string} size
 * @param {number} bytes of the whole message
 * @returns {{node: Node, watch: function(number, boolean)}} the file with a bar, and what moves the bar
 */
export function fileOnItsWay(name, size, bytes) {
    const bar = element('progress');
    bar.max = bytes;
    bar.setAttribute('aria-label', 'Sending');
    const node = element('span', 'file', element('bdi', '', name), element('span', 'size', size), bar);
    const watch = (left, lost) => {
        bar.value = bytes - left;
        if (lost) {
            bar.replaceWith(element('strong', '', 'not all of it was sent'));
        } else if (left === 0) {
            bar.remove();
        }
    };
    return { node, watch };
}

function authorOf(name) {
    const author = element('bdi', 'author', name);
    let hue = 0;
    for (const character of name) {
        hue = (hue * 31 + character.codePointAt(0)) % 360;
    }
    author.style.setProperty('--hue', hue);
    return author;
}

function element(tag, className = '', ...content) {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...content); // strings become text nodes
    return made;
}

// A page left open must not grow for ever. A file stays in memory as long as its link lives.
function forgetTheOldest() {
    if (log.children.length > keptEntries) {
        const oldest = log.firstElementChild;
        oldest.querySelectorAll('a[href]').forEach(forget);
        oldest.remove();
    }
    const links = log.querySelectorAll('a[href]');
    if (links.length > keptFiles) {
        forget(links[0]);
        links[0].after('(no longer kept)');
    }
}

function forget(link) {
    URL.revokeObjectURL(link.href);
    link.removeAttribute('href');
}

// Who reads further up is left alone. A phone's keyboard shrinks the log without a scroll event.
let following = true;
scroller.addEventListener('scroll', () => {
    following = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 8;
});
const resized = new ResizeObserver(() => following && toTheEnd());
resized.observe(scroller);
resized.observe(log);

function toTheEnd() {
    scroller.scrollTop = scroller.scrollHeight;
}
