// What the room says: one JSON document a message, {type, name, message}. It comes from outside, so it may be anything.

export const types = { said: 0, joined: 1, left: 2, file: 3 }; // 3: the next binary frame is the file

/**
 * @param {string} json
 * @returns {{type: *, name: string, message: string}} its type may be none of ours: later servers know more
 * @throws {Error} in words, if it is no message
 */
export function parse(json) {
    try {
        const { type, name, message } = JSON.parse(json);
        return { type, name: String(name), message: String(message) };
    } catch {
        throw new Error('Something arrived that is no message');
    }
}

/**
 * @param {string} notice such as `ada joined, 3 people in the room`
 * @returns {string} such as `3 people in the room`, or nothing
 */
export function peopleIn(notice) {
    return notice.match(/\d+ (person|people) in the room$/)?.[0] ?? '';
}
