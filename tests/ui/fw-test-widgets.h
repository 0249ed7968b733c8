#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first descendant of a type, hidden ones too; borrowed. */
GtkWidget *test_find_widget (GtkWidget *widget,
                             GType      type);

/* Whether a label of it that is to be seen says exactly that. */
gboolean   test_says        (GtkWidget *widget,
                             const char *text);

G_END_DECLS
