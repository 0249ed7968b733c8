#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Removes what a test has made: a file, or a folder and all in it. */
void test_remove_tree (const char *path);

G_END_DECLS
