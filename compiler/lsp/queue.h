/*
 * queue.h - messages that were read and wait for their turn.
 */
#ifndef QC_LSP_QUEUE_H
#define QC_LSP_QUEUE_H

#include "lsp/server.h"

/* Reads and understands all that the editor has sent; with wait, waits until there is a message or the input has ended. */
void lsp_queue_fill(struct lsp_server *server, bool wait);

/* Takes the first message; its JSON is the caller's then. False when none waits. */
bool lsp_queue_take(struct lsp_server *server, struct lsp_message *message);

void lsp_queue_free(struct lsp_server *server);

#endif
