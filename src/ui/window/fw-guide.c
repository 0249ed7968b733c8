#include "config.h"

#include "ui/window/fw-guide.h"

#include <stdlib.h>
#include <string.h>

#include "ui/widgets/fw-tab-stop.h"

#define PAGES "/org/fairwell/Fairwell/guide"

struct _FwGuide
{
  AdwWindow parent_instance;

  GStrv names; /* of the pages, in order */
  GtkListBox *list;
  GtkScrolledWindow *scroller;
  GtkBox *page;
};

G_DEFINE_FINAL_TYPE (FwGuide, fw_guide, ADW_TYPE_WINDOW)

static char *
load_page (const char *name)
{
  g_autofree char *path = g_build_path ("/", PAGES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
}

/* **words** become bold; everything else is as it stands. */
static char *
to_markup (const char *text)
{
  GString *markup = g_string_new (NULL);
  g_auto (GStrv) parts = g_strsplit (text, "**", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (parts[i], -1);

      g_string_append_printf (markup, i % 2 == 1 ? "<b>%s</b>" : "%s", escaped);
    }
  return g_string_free (markup, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  g_autofree char *markup = to_markup (text);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A step or a point: what marks it stands in a column of its own. */
static GtkWidget *
make_item (const char *mark, const char *text, gboolean inner)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_size_request (label, 18, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_margin_start (box, inner ? 30 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  return box;
}

/* The pages use six forms of line, and no others. */
static GtkWidget *
make_block (const char *line)
{
  const gboolean inner = g_str_has_prefix (line, "   ");
  const char *text = inner ? line + 3 : line;
  const char *point = strstr (text, ". ");

  if (g_str_has_prefix (text, "# "))
    return make_label (text + 2, "title-1");
  if (g_str_has_prefix (text, "## "))
    return make_label (text + 3, "title-3");
  if (g_str_has_prefix (text, "- "))
    return make_item ("·", text + 2, inner);
  if (g_ascii_isdigit (*text) && point == text + 1)
    {
      g_autofree char *mark = g_strndup (text, 2);

      return make_item (mark, point + 2, inner);
    }
  return make_label (text, NULL);
}

static void
show_page (FwGuide *self, const char *name)
{
  g_autofree char *text = load_page (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page))) != NULL)
    gtk_box_remove (self->page, child);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        GtkWidget *block = make_block (lines[i]);

        if (g_str_has_prefix (lines[i], "## "))
          gtk_widget_set_margin_top (block, 9);
        gtk_box_append (self->page, block);
      }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
selected_cb (FwGuide *self, GtkListBoxRow *row)
{
  if (row != NULL)
    show_page (self, self->names[gtk_list_box_row_get_index (row)]);
}

/* A page's first line is its title. */
static GtkWidget *
make_row (const char *name)
{
  g_autofree char *text = load_page (name);
  g_autofree char *title = g_strndup (text, strcspn (text, "\n"));
  const char *words = g_str_has_prefix (title, "# ") ? title + 2 : title;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

/* By the number that each begins with. */
static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return atoi (*(const char *const *) a) - atoi (*(const char *const *) b);
}

static void
fw_guide_finalize (GObject *object)
{
  g_strfreev (FW_GUIDE (object)->names);
  G_OBJECT_CLASS (fw_guide_parent_class)->finalize (object);
}

static void
fw_guide_class_init (FwGuideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fw_guide_finalize;
  g_type_ensure (FW_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/window/fw-guide.ui");
  gtk_widget_class_bind_template_child (widget_class, FwGuide, list);
  gtk_widget_class_bind_template_child (widget_class, FwGuide, scroller);
  gtk_widget_class_bind_template_child (widget_class, FwGuide, page);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
fw_guide_init (FwGuide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->names = g_resources_enumerate_children (PAGES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (self->names == NULL)
    self->names = g_new0 (char *, 1);
  qsort (self->names, g_strv_length (self->names), sizeof *self->names, compare_names_cb);
  for (guint i = 0; self->names[i] != NULL; i++)
    gtk_list_box_append (self->list, make_row (self->names[i]));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/**
 * fw_guide_new:
 * @parent: the window over which it stands; work there goes on beside it
 * @job: (nullable): what is being done there, as the name of its page has it: "find"
 *
 * Returns: (transfer none): the guide at the page of the job, or at its first one
 */
FwGuide *
fw_guide_new (GtkWindow *parent, const char *job)
{
  FwGuide *self = g_object_new (FW_TYPE_GUIDE, "transient-for", parent, NULL);
  g_autofree char *ending = job != NULL ? g_strdup_printf ("-%s.md", job) : NULL;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  for (guint i = 0; ending != NULL && self->names[i] != NULL; i++)
    if (g_str_has_suffix (self->names[i], ending))
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
  if (row == NULL)
    return self;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return self;
}
