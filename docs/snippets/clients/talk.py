"""A chat client in Python: says one thing, then prints what comes until the server closes."""

import asyncio
import contextlib
import sys

import websockets


async def talk(address, words):
    async with websockets.connect(address) as socket:
        await socket.send(words)
        try:
            while True:
                message = await socket.recv()
                if isinstance(message, str):
                    print(message, flush=True)
        except websockets.ConnectionClosed:
            print("closed with", socket.close_code, socket.close_reason)


with contextlib.suppress(KeyboardInterrupt):
    asyncio.run(talk(*sys.argv[1:]))
