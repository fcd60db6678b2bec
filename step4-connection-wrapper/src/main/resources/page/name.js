// The rule for names, in the server's own words. A page that asks first spares its user a refusal.

const longest = 24; // the server's default --name-limit, in characters
const forbidden = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFD]/u;
const address = /^(\d+(\.\d+){3}|\[[\da-fA-F:.%]+\]):\d+$/;

/**
 * @param {string} name without white space around it
 * @returns {string} one sentence that says what is wrong with it, or nothing
 */
export function faultOf(name) {
    if (name === '') {
        return 'Choose a name first.';
    } else if (Array.from(name).length > longest) {
        return `A name has at most ${longest} characters.`;
    } else if (forbidden.test(name)) {
        return 'A name has no control characters, direction marks or broken characters.';
    } else if (address.test(name)) {
        return 'A name is no address.';
    }
    return '';
}
