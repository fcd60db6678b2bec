// Step 4 in Go: a connection owns its whole life. It has an inbox, an outbox, a heartbeat, a ping and
// one way to end, and whoever has it never touches the socket. POST /push speaks from outside.
package main

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

const (
	messageLimit   = 1 << 20 // bytes of one whole message
	pushLimit      = 8192    // bytes of a push
	hubEvents      = 1024    // events that wait for the hub
	inboxMessages  = 1000    // messages that wait to be read
	outboxMessages = 1000    // messages that wait to be sent
	heartbeatTime  = time.Second
	pingTime       = 20 * time.Second // from one ping to the next
	pongTime       = 20 * time.Second // from a ping to its pong
	writeTime      = 5 * time.Second  // for one message
	closeTime      = 5 * time.Second  // from the goodbye to the end of the socket
	nameTaken      = 4001             // a close code of our own
)

const said, joined, left, beat, pushed = 0, 1, 2, 4, 5

type message []byte // JSON, encoded once for everyone who hears it

var heartbeatMessage = encode(beat, "", "")

// connection is safe for any goroutine, at any time.
type connection struct {
	socket  *websocket.Conn
	inbox   chan []byte   // filled and closed by readLoop, its only sender
	outbox  chan message  // has many senders: only close may close it
	senders sync.RWMutex  // held for reading while sending to outbox
	closing chan struct{} // never sent to, only closed: it wakes everyone who waits
	gone    chan struct{} // closed when the socket is
	once    sync.Once
	code    int    // the last thing the peer is told; written before closing is closed
	reason  string // ... and read after
}

func newConnection(socket *websocket.Conn) *connection {
	socket.SetReadLimit(messageLimit)
	c := &connection{socket: socket, closing: make(chan struct{}), gone: make(chan struct{})}
	c.inbox = make(chan []byte, inboxMessages)
	c.outbox = make(chan message, outboxMessages)
	socket.SetPongHandler(func(string) error { return c.peerLives() })
	go c.readLoop()
	go c.writeLoop()
	go c.every(heartbeatTime, func() error { return c.write(heartbeatMessage) })
	go c.every(pingTime, c.ping)
	return c
}

// read waits for what the peer says next. What it said before its end is still read.
func (c *connection) read() (text []byte, ok bool) {
	select {
	case text, ok = <-c.inbox:
		return text, ok
	case <-c.closing: // both may be ready, and select picks any: look again
	}
	select {
	case text, ok = <-c.inbox:
		return text, ok
	default:
		return nil, false
	}
}

// write waits for room in the outbox. What it has accepted is sent.
func (c *connection) write(m message) error {
	c.senders.RLock() // close waits for this before it closes outbox: a send to a closed channel panics
	defer c.senders.RUnlock()
	if c.isClosing() {
		return errors.New(c.reason)
	}
	select {
	case c.outbox <- m:
		return nil
	case <-c.closing:
		return errors.New(c.reason)
	}
}

// offer is write for the hub: it never waits. Whoever has no room left is closed.
func (c *connection) offer(m message) (taken bool) {
	c.senders.RLock()
	if !c.isClosing() {
		select {
		case c.outbox <- m:
			taken = true
		default:
		}
	}
	c.senders.RUnlock()
	if !taken {
		c.close(websocket.ClosePolicyViolation, "too slow")
	}
	return taken
}

// close begins the end. Only the first call counts; none of them waits for the network.
func (c *connection) close(code int, reason string) {
	c.once.Do(func() {
		c.code, c.reason = code, reason
		close(c.closing)
		c.senders.Lock() // those who were in write have seen it and left
		close(c.outbox)  // writeLoop takes what is still inside, and then sees the end
		c.senders.Unlock()
		time.AfterFunc(closeTime, func() { c.socket.Close() })
	})
}

func (c *connection) isClosing() bool {
	select {
	case <-c.closing:
		return true
	default:
		return false
	}
}

// readLoop moves what the peer sends into the inbox. If that is full, the peer is not read, and TCP slows it down.
func (c *connection) readLoop() {
	err := c.receive()
	close(c.inbox)
	c.close(websocket.ClosePolicyViolation, "gone, or no pong") // if it is not closing yet
	for err == nil {
		_, _, err = c.socket.NextReader() // the answer to our goodbye is among the rest
	}
	c.socket.Close()
	close(c.gone)
}

func (c *connection) receive() error {
	for {
		c.peerLives() // the deadline begins anew after a wait for room in the inbox
		_, text, err := c.socket.ReadMessage()
		if err != nil {
			return err
		}
		select {
		case c.inbox <- text:
		case <-c.closing:
			return nil
		}
	}
}

// writeLoop sends what is in the outbox until it is closed and empty, and then says goodbye.
func (c *connection) writeLoop() {
	for m := range c.outbox {
		c.socket.SetWriteDeadline(time.Now().Add(writeTime))
		if c.socket.WriteMessage(websocket.TextMessage, m) != nil {
			c.socket.Close() // readLoop sees it, and closes the rest
			return
		}
	}
	goodbye := websocket.FormatCloseMessage(c.code, c.reason)
	c.socket.WriteControl(websocket.CloseMessage, goodbye, time.Now().Add(writeTime))
}

func (c *connection) every(period time.Duration, do func() error) {
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			if do() != nil {
				return
			}
		case <-c.closing:
			return
		}
	}
}

// ping asks whether the peer lives. WriteControl may be called beside writeLoop.
func (c *connection) ping() error {
	return c.socket.WriteControl(websocket.PingMessage, nil, time.Now().Add(writeTime))
}

func (c *connection) peerLives() error {
	return c.socket.SetReadDeadline(time.Now().Add(pingTime + pongTime))
}

type client struct {
	name string
	*connection
}

// hub has one channel for all that happens, so there is one order for it.
type hub struct {
	events  chan func()
	clients map[string]*client // by name; only events touch it
}

func (h *hub) run() {
	for event := range h.events {
		event()
	}
}

func (h *hub) join(c *client) {
	if h.clients[c.name] != nil {
		c.close(nameTaken, "that name is taken")
		return
	}
	h.clients[c.name] = c
	h.tell(notice(joined, c.name, "joined", len(h.clients)))
}

func (h *hub) leave(c *client) {
	if h.clients[c.name] == c {
		delete(h.clients, c.name)
		h.tell(notice(left, c.name, "left", len(h.clients)))
	}
}

// tell never waits. Whoever is dropped leaves by its session, as everyone does.
func (h *hub) tell(m message) (delivered int) {
	for _, c := range h.clients {
		if c.offer(m) {
			delivered++
		}
	}
	return delivered
}

// session is what one client does here, from join to leave, in straight lines.
func (h *hub) session(c *client) {
	h.events <- func() { h.join(c) }
	for text, ok := c.read(); ok; text, ok = c.read() {
		if m := encode(said, c.name, string(text)); strings.TrimSpace(string(text)) != "" {
			h.events <- func() {
				if h.clients[c.name] == c {
					h.tell(m)
				}
			}
		}
	}
	<-c.gone
	log.Printf("%s disconnected: %s", c.name, c.reason)
	h.events <- func() { h.leave(c) }
}

func encode(kind int, name, text string) message {
	document, _ := json.Marshal(struct { // of a number and two strings: it cannot fail
		Type    int    `json:"type"`
		Name    string `json:"name"`
		Message string `json:"message"`
	}{kind, name, text})
	return document
}

func notice(kind int, name, verb string, people int) message {
	count := "1 person"
	if people != 1 {
		count = fmt.Sprintf("%d people", people)
	}
	return encode(kind, name, fmt.Sprintf("%s %s, %s in the room", name, verb, count))
}

// The doors: one for sockets, one that is no socket.

var upgrader websocket.Upgrader // as it comes: a page of another origin gets 403

func (h *hub) serveSocket(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSpace(r.URL.Query().Get("name"))
	if name == "" {
		http.Redirect(w, r, "/", http.StatusFound)
		return
	}
	socket, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		log.Println("no WebSocket:", err) // Upgrade has answered already
		return
	}
	h.session(&client{name, newConnection(socket)})
}

func (h *hub) servePush(w http.ResponseWriter, r *http.Request, token string) {
	var push struct{ Name, Message string }
	shown := []byte(r.Header.Get("Authorization"))
	if r.Method != http.MethodPost {
		http.Error(w, `{"error":"Push with POST."}`, http.StatusMethodNotAllowed)
	} else if subtle.ConstantTimeCompare(shown, []byte("Bearer "+token)) == 0 {
		http.Error(w, `{"error":"The push token is missing or wrong."}`, http.StatusUnauthorized)
	} else if body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, pushLimit)); err != nil {
		http.Error(w, `{"error":"The push is too large."}`, http.StatusRequestEntityTooLarge)
	} else if json.Unmarshal(body, &push) != nil || push.Name == "" || strings.TrimSpace(push.Message) == "" {
		http.Error(w, `{"error":"A push is JSON with a name and a message."}`, http.StatusBadRequest)
	} else {
		delivered := make(chan int, 1) // the hub does not wait for us
		h.events <- func() { delivered <- h.tell(encode(pushed, push.Name, push.Message)) }
		fmt.Fprintf(w, `{"delivered":%d}`, <-delivered)
	}
}

func main() {
	port := flag.Int("port", 8080, "port of sockets and pushes, 0 picks a free one")
	flag.Parse()
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", *port))
	if err != nil {
		log.Fatal(err)
	}
	random := make([]byte, 16)
	rand.Read(random)
	token := hex.EncodeToString(random)
	fmt.Printf("http://%s/\npush token: %s\n", listener.Addr(), token)

	h := &hub{events: make(chan func(), hubEvents), clients: make(map[string]*client)}
	go h.run()
	http.HandleFunc("/ws", h.serveSocket)
	http.HandleFunc("/push", func(w http.ResponseWriter, r *http.Request) { h.servePush(w, r, token) })
	log.Fatal(http.Serve(listener, nil))
}
