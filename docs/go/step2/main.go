// Step 2 in Go: what a client sends goes to everyone else. One mutex guards the list of
// connections, and it is held while the messages are written.
package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"sync"

	"github.com/gorilla/websocket"
)

const messageLimit = 1 << 20 // bytes of one whole message

var upgrader websocket.Upgrader // as it comes: a page of another origin gets 403

type room struct {
	mu    sync.Mutex
	conns map[*websocket.Conn]struct{} // guarded by mu
}

func main() {
	port := flag.Int("port", 8080, "port to listen on, 0 picks a free one")
	flag.Parse()

	room := &room{conns: make(map[*websocket.Conn]struct{})}
	http.HandleFunc("/ws", room.serveSocket)
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", *port))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s/\n", listener.Addr())
	log.Fatal(http.Serve(listener, nil))
}

// serveSocket runs on a goroutine of its own for each client, until that client is gone.
func (rm *room) serveSocket(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		log.Println("no WebSocket:", err) // Upgrade has answered already
		return
	}
	defer conn.Close()
	conn.SetReadLimit(messageLimit)
	rm.join(conn)
	defer rm.leave(conn)
	log.Println(conn.RemoteAddr(), "connected")
	log.Println(conn.RemoteAddr(), "disconnected:", rm.relay(conn))
}

func (rm *room) join(conn *websocket.Conn) {
	rm.mu.Lock()
	defer rm.mu.Unlock()
	rm.conns[conn] = struct{}{}
}

func (rm *room) leave(conn *websocket.Conn) {
	rm.mu.Lock()
	defer rm.mu.Unlock()
	delete(rm.conns, conn)
}

// relay passes on every message until reading fails, and returns why.
func (rm *room) relay(conn *websocket.Conn) error {
	for {
		messageType, message, err := conn.ReadMessage()
		if err != nil {
			return err
		}
		rm.tellOthers(conn, messageType, message)
	}
}

// tellOthers writes to one client after the other. A client that has stopped reading blocks
// its write, the write keeps the lock, and so everybody waits.
func (rm *room) tellOthers(sender *websocket.Conn, messageType int, message []byte) {
	rm.mu.Lock()
	defer rm.mu.Unlock()
	for conn := range rm.conns {
		if conn == sender {
			continue
		}
		if err := conn.WriteMessage(messageType, message); err != nil {
			conn.Close() // its own goroutine sees the read fail and lets it leave
		}
	}
}
