// Step 3 in Go: one goroutine owns the room, and channels lead to it. Each client has an outbox,
// a channel with a bound, and a goroutine that empties it; whoever lets it fill up is dropped. A
// second door takes plain TCP.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/gorilla/websocket"
)

const (
	messageLimit   = 1 << 20 // bytes of one whole message
	lineLimit      = 8192    // bytes of one line at the TCP door
	nameLimit      = 24      // characters
	hubMessages    = 1024    // messages that wait for the hub
	outboxMessages = 1000    // messages that wait for one client
	goodbyeTime    = 5 * time.Second
	nameTaken      = 4001 // a close code of our own
)

const said, joined, left, fileFollows = 0, 1, 2, 3

var upgrader websocket.Upgrader // as it comes: a page of another origin gets 403

// message is encoded once for everyone who hears it.
type message struct {
	line     string // for a terminal
	document []byte // for a WebSocket: JSON
	file     []byte // right behind the document, or nil
}

// peer is the far end, whichever door it came through.
type peer interface {
	send(m message) error
	close(code int, reason string) // may take as long as goodbyeTime
}

type client struct {
	name   string
	peer   peer
	outbox chan message // filled and closed by the hub, emptied by writePump
}

type speech struct {
	speaker *client
	message message
}

// hub has a channel for each kind of event.
type hub struct {
	register   chan *client
	unregister chan *client
	broadcast  chan speech
	clients    map[string]*client // by name; only run and what it calls touch it
}

func main() {
	port := flag.Int("port", 8080, "port of the WebSocket, 0 picks a free one")
	tcpPort := flag.Int("tcp-port", 8888, "port of the TCP door, 0 picks a free one")
	flag.Parse()

	h := &hub{
		register:   make(chan *client),
		unregister: make(chan *client),
		broadcast:  make(chan speech, hubMessages),
		clients:    make(map[string]*client),
	}
	go h.run()
	web, door := listen(*port), listen(*tcpPort)
	fmt.Printf("http://%s/\ntcp://%s\n", web.Addr(), door.Addr())
	http.HandleFunc("/ws", h.serveSocket)
	go func() { log.Fatal(http.Serve(web, nil)) }()
	for {
		conn, err := door.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go h.serveLines(conn)
	}
}

func listen(port int) net.Listener {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		log.Fatal(err)
	}
	return listener
}

// run is the only goroutine that knows who is here. When several channels are ready, select picks
// any of them: a client's unregister can overtake what the same client said before.
func (h *hub) run() {
	for {
		select {
		case c := <-h.register:
			h.join(c)
		case c := <-h.unregister:
			if h.clients[c.name] == c {
				h.remove(c, websocket.CloseNormalClosure, "")
			}
		case s := <-h.broadcast:
			if h.clients[s.speaker.name] == s.speaker {
				h.tell(s.message, s.speaker)
			}
		}
	}
}

func (h *hub) join(c *client) {
	if h.clients[c.name] != nil {
		c.end(nameTaken, "that name is taken")
		return
	}
	h.clients[c.name] = c
	h.tell(notice(joined, c.name, "joined", len(h.clients)), nil)
}

// tell never waits. Whoever has no room left is dropped, but only after everyone else has got it.
// A file does not come back to its sender, everything else does.
func (h *hub) tell(m message, speaker *client) {
	var full []*client
	for _, c := range h.clients {
		if c == speaker && m.file != nil {
			continue
		}
		select {
		case c.outbox <- m:
		default:
			full = append(full, c)
		}
	}
	for _, c := range full {
		if h.clients[c.name] == c { // the leave of the one before may have been too much for this one
			log.Printf("%s: outbox full, dropped", c.name)
			h.remove(c, websocket.ClosePolicyViolation, "too slow")
		}
	}
}

func (h *hub) remove(c *client, code int, reason string) {
	delete(h.clients, c.name)
	c.end(code, reason)
	h.tell(notice(left, c.name, "left", len(h.clients)), nil)
}

// end is called by the hub, once for each client. Saying goodbye takes a goroutine of its own: the
// hub must not wait, and writePump may be in a write that never ends.
func (c *client) end(code int, reason string) {
	close(c.outbox)
	go c.peer.close(code, reason)
}

// writePump sends what is in the outbox, until the hub closes it.
func (c *client) writePump() {
	for m := range c.outbox {
		if c.peer.send(m) != nil {
			return // reading fails as well, and unregisters
		}
	}
}

func newClient(name string, p peer) *client {
	c := &client{name: name, peer: p, outbox: make(chan message, outboxMessages)}
	go c.writePump()
	return c
}

// say waits when the hub has no room: then its client is not read, and TCP slows it down.
func (h *hub) say(c *client, text string) {
	if strings.TrimSpace(text) != "" {
		h.broadcast <- speech{c, encode(said, c.name, text, c.name+": "+text)}
	}
}

func encode(kind int, name, text, line string) message {
	document, err := json.Marshal(struct {
		Type    int    `json:"type"`
		Name    string `json:"name"`
		Message string `json:"message"`
	}{kind, name, text})
	if err != nil {
		panic(err) // a number and two strings
	}
	return message{line: line, document: document}
}

func notice(kind int, name, verb string, people int) message {
	count := fmt.Sprintf("%d people", people)
	if people == 1 {
		count = "1 person"
	}
	text := fmt.Sprintf("%s %s, %s in the room", name, verb, count)
	return encode(kind, name, text, text)
}

// fileName reads a file's name out of its frame: two bytes of length, the name, the bytes.
func fileName(frame []byte) (string, bool) {
	if len(frame) < 2 {
		return "", false
	}
	length, rest := int(binary.LittleEndian.Uint16(frame)), frame[2:]
	if length == 0 || length > len(rest) || !utf8.Valid(rest[:length]) {
		return "", false
	}
	return string(rest[:length]), true
}

// The first door: WebSocket.

type socketPeer struct{ conn *websocket.Conn }

func (p socketPeer) send(m message) error {
	err := p.conn.WriteMessage(websocket.TextMessage, m.document)
	if err == nil && m.file != nil {
		err = p.conn.WriteMessage(websocket.BinaryMessage, m.file)
	}
	return err
}

// close may be called while send is writing: of a Conn, that is allowed for these two methods only.
func (p socketPeer) close(code int, reason string) {
	goodbye := websocket.FormatCloseMessage(code, reason)
	p.conn.WriteControl(websocket.CloseMessage, goodbye, time.Now().Add(goodbyeTime))
	time.AfterFunc(goodbyeTime, func() { p.conn.Close() }) // at once, and unread bytes could cost the goodbye
}

// serveSocket runs on a goroutine of its own for each client, until that client is gone.
func (h *hub) serveSocket(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSpace(r.URL.Query().Get("name"))
	if name == "" {
		http.Redirect(w, r, "/", http.StatusFound)
		return
	}
	if utf8.RuneCountInString(name) > nameLimit || strings.IndexFunc(name, unicode.IsControl) >= 0 {
		http.Error(w, "That is no name.", http.StatusBadRequest)
		return
	}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		log.Println("no WebSocket:", err) // Upgrade has answered already
		return
	}
	defer conn.Close()
	conn.SetReadLimit(messageLimit)
	c := newClient(name, socketPeer{conn})
	h.register <- c
	log.Println(name, "connected")
	log.Println(name, "disconnected:", h.readPump(c, conn))
	h.unregister <- c
}

// readPump passes on what this client sends, until reading fails, and returns why.
func (h *hub) readPump(c *client, conn *websocket.Conn) error {
	for {
		messageType, bytes, err := conn.ReadMessage()
		if err != nil {
			return err
		}
		if messageType == websocket.TextMessage {
			h.say(c, string(bytes))
		} else if file, ok := fileName(bytes); ok {
			m := encode(fileFollows, c.name, file, c.name+" sends a file: "+file)
			m.file = bytes
			h.broadcast <- speech{c, m}
		} else {
			c.peer.close(websocket.ClosePolicyViolation, "that is no file")
			for err == nil { // what still comes is not told; behind it is the answer to our goodbye
				_, _, err = conn.NextReader()
			}
			return err
		}
	}
}

// The second door: plain TCP, one line is one message.

type linePeer struct{ conn net.Conn }

// send replaces what could steer a terminal.
func (p linePeer) send(m message) error {
	line := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, m.line)
	_, err := fmt.Fprintln(p.conn, line)
	return err
}

func (p linePeer) close(code int, reason string) {
	p.conn.SetWriteDeadline(time.Now().Add(goodbyeTime))
	fmt.Fprintf(p.conn, "The server closes this connection: %s.\n", reason)
	p.conn.Close()
}

func (h *hub) serveLines(conn net.Conn) {
	defer conn.Close()
	name := conn.RemoteAddr().String()
	fmt.Fprintln(conn, "You are", name)
	c := newClient(name, linePeer{conn})
	h.register <- c
	lines := bufio.NewScanner(conn) // takes \n and \r\n
	lines.Buffer(nil, lineLimit+len("\r\n"))
	for lines.Scan() {
		h.say(c, lines.Text())
	}
	h.unregister <- c
}
