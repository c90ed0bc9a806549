/*
 * serve.c - shows a page to browsers on this machine; the module qc-serve.so.
 *
 * Owns the server of libmicrohttpd, which runs in the loop of its caller, and
 * who may ask it for what.
 */
#include "cli/serve.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "qc.h"
#include "serve/page.h"

enum {
    MOST_CONNECTIONS = 64,
    MOST_WAITING = 48,
    WAIT_SECONDS = 20,   /* a browser that is told nothing for so long asks again */
    IDLE_SECONDS = 60,
    HEADER_BYTES = 64,
};

struct qc_server {
    struct MHD_Daemon *daemon;
    unsigned port;
    char url[64];
    unsigned long version; /* of the page; browsers ask by it whether there is another */
    struct cli_buffer html;
    struct MHD_Response *page;
    struct MHD_Connection *waiting[MOST_WAITING];
    size_t waiting_count;
    time_t waiting_since; /* of the first of them */
};

/* No script but ours, nothing from elsewhere, in nobody's frame. */
static const char policy[] = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
                             "script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                             "frame-ancestors 'none'";

/* ---- the page ---- */

static struct MHD_Response *respond(const char *bytes, size_t length, const char *type)
{
    struct MHD_Response *response = MHD_create_response_from_buffer(length, (void *)(size_t)bytes, MHD_RESPMEM_MUST_COPY);
    if (response == NULL)
        return NULL;
    MHD_add_response_header(response, "Content-Type", type);
    MHD_add_response_header(response, "Content-Security-Policy", policy);
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    MHD_add_response_header(response, "Referrer-Policy", "no-referrer");
    MHD_add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
    MHD_add_response_header(response, "Cache-Control", "no-store");
    return response;
}

static void wake_all(struct qc_server *server)
{
    for (size_t i = 0; i < server->waiting_count; i++)
        MHD_resume_connection(server->waiting[i]);
    server->waiting_count = 0;
}

static bool serve_put(struct qc_server *server, const struct cli_buffer *html, const struct cli_buffer *findings)
{
    struct cli_buffer page = { 0 };
    server->version++;
    if (html->length > 0) {
        cli_buffer_free(&server->html);
        if (!cli_buffer_write(&server->html, html->bytes, html->length))
            return false;
    }
    struct MHD_Response *response = NULL;
    if (qc_page_compose(&page, &server->html, findings, server->version))
        response = respond(page.bytes, page.length, "text/html; charset=utf-8");
    cli_buffer_free(&page);
    if (response == NULL)
        return false;
    if (server->page != NULL)
        MHD_destroy_response(server->page); /* kept until it has been sent to all who asked */
    server->page = response;
    wake_all(server);
    MHD_run(server->daemon);
    return true;
}

/* ---- answering ---- */

static enum MHD_Result answer(struct MHD_Connection *connection, unsigned status, const char *text, const char *type)
{
    struct MHD_Response *response = respond(text, strlen(text), type);
    if (response == NULL)
        return MHD_NO;
    if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
        MHD_add_response_header(response, "Allow", "GET, HEAD");
    enum MHD_Result result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

/* Did the browser mean us? A name of somebody else's that leads here is an attempt to read what we show. */
static bool is_our_name(const struct qc_server *server, const char *host)
{
    char name[HEADER_BYTES];
    static const char *const names[] = { "127.0.0.1", "localhost" };
    for (size_t i = 0; host != NULL && i < sizeof names / sizeof *names; i++) {
        snprintf(name, sizeof name, "%s:%u", names[i], server->port);
        if (strcasecmp(host, name) == 0 || (server->port == 80 && strcasecmp(host, names[i]) == 0))
            return true;
    }
    return false;
}

/* Tells the version as soon as it is another than the browser has seen. */
static enum MHD_Result answer_changes(struct qc_server *server, struct MHD_Connection *connection, bool woken)
{
    char version[HEADER_BYTES];
    const char *seen = MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "since");
    snprintf(version, sizeof version, "%lu", server->version);
    bool same = seen != NULL && strcmp(seen, version) == 0;
    if (!same || woken || server->waiting_count == MOST_WAITING)
        return answer(connection, MHD_HTTP_OK, version, "text/plain; charset=utf-8");
    if (server->waiting_count == 0)
        server->waiting_since = time(NULL);
    server->waiting[server->waiting_count++] = connection;
    MHD_suspend_connection(connection);
    return MHD_YES;
}

/* Called with *state NULL when the head of a request has been read, and then again to answer it. */
static enum MHD_Result handle(void *user, struct MHD_Connection *connection, const char *path, const char *method,
                              const char *version, const char *upload, size_t *upload_length, void **state)
{
    static char fresh, read, waited;
    struct qc_server *server = user;
    (void)version, (void)upload;
    if (*state == NULL) {
        *state = &fresh;
        return MHD_YES;
    }
    if (*upload_length > 0) {
        *upload_length = 0; /* nobody reads it */
        return MHD_YES;
    }
    if (*state == &fresh)
        *state = &read;
    if (!is_our_name(server, MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host")))
        return answer(connection, MHD_HTTP_FORBIDDEN, "qc: another host\n", "text/plain; charset=utf-8");
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return answer(connection, MHD_HTTP_METHOD_NOT_ALLOWED, "qc: GET or HEAD\n", "text/plain; charset=utf-8");
    if (strcmp(path, "/") == 0 && server->page != NULL)
        return MHD_queue_response(connection, MHD_HTTP_OK, server->page);
    if (strcmp(path, "/reload.js") == 0)
        return answer(connection, MHD_HTTP_OK, qc_page_script, "text/javascript; charset=utf-8");
    if (strcmp(path, "/changes") == 0) {
        bool woken = *state == &waited;
        *state = &waited;
        return answer_changes(server, connection, woken);
    }
    return answer(connection, MHD_HTTP_NOT_FOUND, "qc: not found\n", "text/plain; charset=utf-8");
}

/* ---- the server ---- */

static struct MHD_Daemon *start(struct qc_server *server, unsigned port)
{
    const struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons((uint16_t)port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    return MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle, server,
                            MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_CONNECTION_LIMIT, (unsigned)MOST_CONNECTIONS,
                            MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_END);
}

static struct qc_server *serve_open(unsigned port, int *error)
{
    struct qc_server *server = calloc(1, sizeof *server);
    *error = ENOMEM;
    if (server == NULL)
        return NULL;
    errno = 0;
    server->daemon = start(server, port);
    if (server->daemon == NULL) {
        *error = errno;
        free(server);
        return NULL;
    }
    server->port = MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    server->version = (unsigned long)time(NULL); /* not one that a browser has seen from a server before us */
    snprintf(server->url, sizeof server->url, "http://127.0.0.1:%u/", server->port);
    return server;
}

static void serve_close(struct qc_server *server)
{
    if (server == NULL)
        return;
    wake_all(server); /* the daemon may not be stopped before */
    MHD_run(server->daemon);
    MHD_stop_daemon(server->daemon);
    if (server->page != NULL)
        MHD_destroy_response(server->page);
    cli_buffer_free(&server->html);
    free(server);
}

static const char *serve_url(const struct qc_server *server)
{
    return server->url;
}

static int serve_fd(const struct qc_server *server)
{
    return MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

static int serve_wait(const struct qc_server *server)
{
    MHD_UNSIGNED_LONG_LONG milliseconds, most = 1000 * WAIT_SECONDS / 4;
    if (MHD_get_timeout(server->daemon, &milliseconds) != MHD_YES || milliseconds > most)
        milliseconds = most;
    return (int)milliseconds;
}

static void serve_run(struct qc_server *server)
{
    if (server->waiting_count > 0 && time(NULL) - server->waiting_since >= WAIT_SECONDS)
        wake_all(server);
    MHD_run(server->daemon);
}

extern const struct cli_serve_module qc_serve_module;

__attribute__((visibility("default"))) const struct cli_serve_module qc_serve_module = {
    .made_for = QC_VERSION,
    .version = MHD_get_version,
    .open = serve_open,
    .close = serve_close,
    .url = serve_url,
    .fd = serve_fd,
    .wait = serve_wait,
    .run = serve_run,
    .put = serve_put,
};
