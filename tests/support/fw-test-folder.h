#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Removes what a test has made: a file, or a folder and all in it. */
void test_remove_tree (const char *path);

/* Copies a folder and all in it, or a file, to where nothing is. */
void test_copy_tree   (const char *path,
                       const char *copy);

G_END_DECLS
