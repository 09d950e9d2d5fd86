/* The least of QEMU's header of that name that an exported test needs. */
#ifndef QEMU_OSDEP_H
#define QEMU_OSDEP_H

#define _GNU_SOURCE
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Of GLib. */
static inline void test_free(void *place)
{
    free(*(void **)place);
}

#define g_autofree __attribute__((cleanup(test_free)))
#define g_malloc malloc
#define g_usleep usleep
#define g_assert_true(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "not true: %s\n", #condition); \
            abort(); \
        } \
    } while (0)
#define g_assert_false(condition) g_assert_true(!(condition))

static inline int g_file_open_tmp(const char *name, char **path, void **error)
{
    char place[256];

    snprintf(place, sizeof(place), "%s/%s", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp", name);
    *path = strdup(place);
    return mkstemp(*path);
}

#endif
