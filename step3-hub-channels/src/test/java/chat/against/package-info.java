/// `-Dagainst=ws://localhost:9000/ws`: the tests that look at a server from outside run against a server of your own.
@NullMarked
package chat.against;

import org.jspecify.annotations.NullMarked;
