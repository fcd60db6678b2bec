// A chat client in Node: says one thing, then prints what comes until the server closes.
const [address, words] = process.argv.slice(2);
const socket = new WebSocket(address);
socket.onopen = () => socket.send(words);
socket.onmessage = ({ data }) => typeof data === 'string' && console.log(data);
socket.onclose = ({ code, reason }) => console.log('closed with', code, reason);
