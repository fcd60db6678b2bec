// A chat client for the browser's console, on the server's own page.
const socket = new WebSocket(`ws://${location.host}/ws?name=console`);
socket.onopen = () => socket.send('hi');
socket.onmessage = ({ data }) => console.log(data);
socket.onclose = ({ code, reason }) => console.log('closed with', code, reason);
