// A chat client in Go: says one thing, then prints what comes until the server closes.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"

	"github.com/gorilla/websocket"
)

func main() {
	conn, _, err := websocket.DefaultDialer.Dial(os.Args[1], nil)
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	if err := conn.WriteMessage(websocket.TextMessage, []byte(os.Args[2])); err != nil {
		log.Fatal(err)
	}
	for {
		messageType, message, err := conn.ReadMessage()
		var closed *websocket.CloseError
		if errors.As(err, &closed) {
			fmt.Println("closed with", closed.Code, closed.Text)
			return
		} else if err != nil {
			log.Fatal(err)
		}
		if messageType == websocket.TextMessage {
			fmt.Println(string(message))
		}
	}
}
