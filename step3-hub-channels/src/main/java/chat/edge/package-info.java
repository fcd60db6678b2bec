/// What every public server needs and no step is about: who may open a socket, how much a message may weigh,
/// how a connection ends, how the server stops. Complete in step 1, the same bytes in every step,
/// explained once in `docs/edge.md`.
@NullMarked
package chat.edge;

import org.jspecify.annotations.NullMarked;
