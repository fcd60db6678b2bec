// Step 1 in Go: what a client sends comes back to it, and to nobody else.
package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"

	"github.com/gorilla/websocket"
)

const messageLimit = 1 << 20 // bytes of one whole message

var upgrader websocket.Upgrader // as it comes: a page of another origin gets 403

func main() {
	port := flag.Int("port", 8080, "port to listen on, 0 picks a free one")
	flag.Parse()

	http.HandleFunc("/ws", serveSocket)
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", *port))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s/\n", listener.Addr())
	log.Fatal(http.Serve(listener, nil))
}

// serveSocket runs on a goroutine of its own for each client, until that client is gone.
func serveSocket(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		log.Println("no WebSocket:", err) // Upgrade has answered already
		return
	}
	defer conn.Close()
	conn.SetReadLimit(messageLimit)
	log.Println(conn.RemoteAddr(), "connected")
	log.Println(conn.RemoteAddr(), "disconnected:", echo(conn))
}

// echo sends back every message until reading or writing fails, and returns why.
func echo(conn *websocket.Conn) error {
	for {
		messageType, message, err := conn.ReadMessage()
		if err != nil {
			return err
		}
		if err := conn.WriteMessage(messageType, message); err != nil {
			return err
		}
	}
}
