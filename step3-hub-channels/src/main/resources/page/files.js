// A file in one binary message: [uint16 little-endian: length of name][name, UTF-8][bytes].

/** The server's default --file-limit, in bytes: the whole message, header and name included. */
export const messageLimit = 1_048_576;

const headerBytes = 2;
const longestNameBytes = 0xffff;
const longestCleanName = 80;

/**
 * @param {File} file
 * @returns {Promise<ArrayBuffer>} the message
 * @throws {Error} in words, if the file or its name is too large, or the file cannot be read
 */
export async function pack(file) {
    const name = new TextEncoder().encode(file.name || 'file');
    const size = headerBytes + name.length + file.size;
    if (name.length > longestNameBytes) {
        throw new Error(`${cleanName(file.name)} was not sent: its name is too long`);
    }
    // Looked at before reading: nobody needs a film in memory to be told that it is too large.
    if (size > messageLimit) {
        throw new Error(`${cleanName(file.name)} was not sent: with its name it has ${inUnits(size)}, `
            + `and ${inUnits(messageLimit)} is the limit`);
    }
    const bytes = await file.arrayBuffer().catch(() => {
        throw new Error(`${cleanName(file.name)} was not sent: it cannot be read`);
    });
    const message = new Uint8Array(size);
    new DataView(message.buffer).setUint16(0, name.length, true);
    message.set(name, headerBytes);
    message.set(new Uint8Array(bytes), headerBytes + name.length);
    return message.buffer;
}

/**
 * @param {ArrayBuffer} message
 * @returns {{name: string, blob: Blob}} a name that is safe to save under, and the bytes, of no type that runs
 * @throws {Error} in words, if the message is no file
 */
export function unpack(message) {
    if (message.byteLength < headerBytes) {
        throw new Error('Something arrived that is no file: it is too short to have a name');
    }
    const nameLength = new DataView(message).getUint16(0, true);
    if (nameLength === 0) {
        throw new Error('A file arrived without a name');
    }
    if (headerBytes + nameLength > message.byteLength) {
        throw new Error('Something arrived that is no file: it is shorter than its header says');
    }
    const name = decode(new Uint8Array(message, headerBytes, nameLength));
    const bytes = new Uint8Array(message, headerBytes + nameLength);
    return { name: cleanName(name), blob: new Blob([bytes], { type: 'application/octet-stream' }) };
}

function decode(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
        throw new Error('A file arrived whose name is not UTF-8');
    }
}

/**
 * The sender chose the name, so it is not to be trusted: it may be a path, hide its ending behind characters that
 * turn the direction of writing, or be a name that Windows keeps for itself.
 * @param {string} name
 * @returns {string} a plain name to save under, never empty
 */
export function cleanName(name) {
    const plain = name.split(/[/\\]/).at(-1)
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
        .replace(/[<>:"|?*]/g, '_')
        .replace(/^[.\s]+|[.\s]+$/g, '');
    const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i.test(plain);
    return shorten(reserved ? `_${plain}` : plain) || 'file';
}

// Cut in front of the ending, and by code points, or half an emoji would be left.
function shorten(name) {
    const characters = Array.from(name);
    if (characters.length <= longestCleanName) {
        return name;
    }
    const ending = name.match(/\.\w{1,10}$/)?.[0] ?? '';
    return characters.slice(0, longestCleanName - ending.length).join('').replace(/[.\s]+$/, '') + ending;
}

/**
 * @param {number} bytes
 * @returns {string} such as `17 bytes`, `1.5 KiB` or `1 MiB`
 */
export function inUnits(bytes) {
    if (bytes < 1024) {
        return bytes === 1 ? '1 byte' : `${bytes} bytes`;
    }
    // Tenths, rounded up: a file just above the limit must not look as if it were the limit.
    const [unit, name] = bytes < 1_048_576 ? [1024, 'KiB'] : [1_048_576, 'MiB'];
    return `${Math.ceil(bytes * 10 / unit) / 10} ${name}`;
}
