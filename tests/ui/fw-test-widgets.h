#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first descendant of a type, hidden ones too; borrowed. */
GtkWidget *test_find_widget (GtkWidget *widget,
                             GType      type);

G_END_DECLS
