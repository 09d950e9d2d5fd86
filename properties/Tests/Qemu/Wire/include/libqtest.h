/* The least of QEMU's tests/qtest/libqtest.h that an exported test needs, over two pipes. */
#ifndef LIBQTEST_H
#define LIBQTEST_H

#include "qemu/osdep.h"

typedef struct QTestState {
    FILE *to;
    FILE *from;
    pid_t process;
} QTestState;

static void (*test_only)(void);

static inline void g_test_init(int *argc, char ***argv, void *end)
{
}

static inline void qtest_add_func(const char *path, void (*run)(void))
{
    printf("%s\n", path);
    fflush(stdout);
    test_only = run;
}

static inline int g_test_run(void)
{
    test_only();
    return 0;
}

__attribute__((format(printf, 1, 2)))
static inline QTestState *qtest_initf(const char *arguments, ...)
{
    QTestState *s = calloc(1, sizeof(*s));
    char given[8192], command[16384];
    int to[2], from[2];
    va_list list;

    va_start(list, arguments);
    g_assert_true(vsnprintf(given, sizeof(given), arguments, list) < sizeof(given));
    va_end(list);
    snprintf(command, sizeof(command), "exec %s -qtest stdio -qtest-log none -display none %s -accel tcg",
             getenv("QTEST_QEMU_BINARY"), given);
    g_assert_true(pipe(to) == 0 && pipe(from) == 0);
    s->process = fork();
    if (s->process == 0) {
        dup2(to[0], 0);
        dup2(from[1], 1);
        close(to[1]);
        close(from[0]);
        execl("/bin/sh", "sh", "-c", command, NULL);
        _exit(127);
    }
    close(to[0]);
    close(from[1]);
    s->to = fdopen(to[1], "w");
    s->from = fdopen(from[0], "r");
    return s;
}

static inline void qtest_quit(QTestState *s)
{
    fclose(s->to);
    kill(s->process, 9);
    waitpid(s->process, NULL, 0);
    fclose(s->from);
    free(s);
}

static inline uint64_t test_ask(QTestState *s, const char *command, uint64_t at, uint64_t value, bool reads)
{
    char line[256];
    uint64_t reply = 0;

    fprintf(s->to, reads ? "%s 0x%" PRIx64 "\n" : "%s 0x%" PRIx64 " 0x%" PRIx64 "\n", command, at, value);
    fflush(s->to);
    do {
        g_assert_true(fgets(line, sizeof(line), s->from) != NULL);
    } while (strncmp(line, "IRQ", 3) == 0);
    g_assert_true(strncmp(line, "OK", 2) == 0);
    if (reads) {
        g_assert_true(sscanf(line, "OK %" SCNx64, &reply) == 1);
    }
    return reply;
}

#define TEST_ACCESS(size, type) \
    static inline void qtest_write##size(QTestState *s, uint64_t at, type value) \
    { \
        test_ask(s, "write" #size, at, value, false); \
    } \
    static inline type qtest_read##size(QTestState *s, uint64_t at) \
    { \
        return test_ask(s, "read" #size, at, 0, true); \
    }

TEST_ACCESS(b, uint8_t)
TEST_ACCESS(w, uint16_t)
TEST_ACCESS(l, uint32_t)
TEST_ACCESS(q, uint64_t)

static inline void qtest_outl(QTestState *s, uint16_t port, uint32_t value)
{
    test_ask(s, "outl", port, value, false);
}

#endif
