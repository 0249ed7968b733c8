#include "config.h"

#include "ui/cases/fw-group-amounts-dialog.h"

#include <glib/gi18n.h>

#include "core/fw-number.h"
#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"

/* A cell that can be written in. */
typedef struct
{
  char *case_id;
  char *path;
  char *kind;
  char *about; /* what it is, and of whom */
  char *before;
  guint row;
  guint column;
} Cell;

struct _FwGroupAmountsDialog
{
  AdwWindow parent_instance;

  GPtrArray *numbers; /* of the people, a row each */
  GPtrArray *cells;   /* GtkEntry or NULL, row by row */
  GPtrArray *widths;  /* GtkSizeGroup: of the names and of each column, so that the heads stand above them */
  guint n_columns;
  gboolean pasting;

  GtkScrolledWindow *head_scroller;
  GtkGrid *head_grid;
  GtkScrolledWindow *scroller;
  GtkGrid *grid;
  GtkLabel *state_label;
  GtkWidget *write_button;
};

G_DEFINE_FINAL_TYPE (FwGroupAmountsDialog, fw_group_amounts_dialog, ADW_TYPE_WINDOW)

enum
{
  WRITE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
cell_free (gpointer data)
{
  Cell *self = data;

  g_free (self->case_id);
  g_free (self->path);
  g_free (self->kind);
  g_free (self->about);
  g_free (self->before);
  g_free (self);
}

static Cell *
cell_of (gpointer entry)
{
  return g_object_get_data (G_OBJECT (entry), "cell");
}

/* Values */

/* What stands there without what only parts or marks it: full-width figures, thousands, the currency. */
static char *
dup_plain (const char *typed)
{
  static const char *const dropped[] = { ",", "，", " ", "\u00a0", "¥", "￥", "元" };
  g_autofree char *plain = g_utf8_normalize (typed, -1, G_NORMALIZE_ALL_COMPOSE);

  for (guint i = 0; plain != NULL && i < G_N_ELEMENTS (dropped); i++)
    {
      g_auto (GStrv) parts = g_strsplit (plain, dropped[i], -1);

      g_free (plain);
      plain = g_strjoinv ("", parts);
    }
  if (plain != NULL && (g_str_equal (plain, "-") || g_str_equal (plain, "—") || g_str_equal (plain, "–")))
    *plain = '\0';
  return g_steal_pointer (&plain);
}

/* What a cell says, as it is kept; "" for unknown, %NULL where it is nothing of its kind. */
static char *
dup_value (const Cell *cell, const char *typed)
{
  g_autofree char *plain = NULL;
  g_autoptr (FwNumber) number = NULL;
  g_autoptr (FwNumber) shown = NULL;

  if (g_str_equal (cell->kind, "date"))
    return *typed != '\0' ? fw_answer_field_read_day (typed) : g_strdup ("");
  if (!g_str_equal (cell->kind, "money") && !g_str_equal (cell->kind, "number"))
    return g_strstrip (g_strdup (typed));
  plain = dup_plain (typed);
  if (plain == NULL || *plain == '\0')
    return g_steal_pointer (&plain);
  number = fw_number_parse (plain);
  shown = number != NULL ? fw_number_half_up (number, 2) : NULL;
  if (number == NULL || fw_number_sign (number) < 0 || fw_number_compare (number, shown) != 0)
    return NULL;
  return g_str_equal (cell->kind, "money") ? fw_number_to_fixed (number, 2) : g_steal_pointer (&plain);
}

static char *
dup_of (GtkWidget *entry)
{
  return dup_value (cell_of (entry), gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static gboolean
has_changed (GtkWidget *entry, const char *value)
{
  const Cell *cell = cell_of (entry);
  g_autofree char *before = dup_value (cell, cell->before);

  return g_strcmp0 (before, value) != 0;
}

static void
show_state (FwGroupAmountsDialog *self)
{
  guint n_cells = 0, n_empty = 0, n_changed = 0;
  const char *fault = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *entry = self->cells->pdata[i];
      g_autofree char *value = entry != NULL ? dup_of (entry) : NULL;

      if (entry == NULL)
        continue;
      n_cells++;
      n_empty += value != NULL && *value == '\0';
      n_changed += value != NULL && has_changed (entry, value);
      if (value == NULL && fault == NULL)
        fault = cell_of (entry)->about;
      if (value == NULL)
        gtk_widget_add_css_class (entry, "error");
      else
        gtk_widget_remove_css_class (entry, "error");
    }
  /* Translators: what is asked, and of whom. */
  text = fault != NULL ? g_strdup_printf (_("%s: an amount with two digits, such as 1,250.00"), fault)
                       : g_strdup_printf (ngettext ("%u of %u cell is unknown", "%u of %u cells are unknown", n_cells), n_empty, n_cells);
  gtk_label_set_label (self->state_label, text);
  gtk_widget_set_sensitive (self->write_button, fault == NULL && n_changed > 0);
}

static void
changed_cb (FwGroupAmountsDialog *self)
{
  if (!self->pasting)
    show_state (self);
}

/**
 * fw_group_amounts_dialog_get_cell:
 *
 * Returns: (transfer none) (nullable): the entry; %NULL where nothing is asked of this person
 */
GtkWidget *
fw_group_amounts_dialog_get_cell (FwGroupAmountsDialog *self, guint row, guint column)
{
  g_return_val_if_fail (FW_IS_GROUP_AMOUNTS_DIALOG (self), NULL);

  return row < self->numbers->len && column < self->n_columns ? self->cells->pdata[row * self->n_columns + column] : NULL;
}

/* Walking */

/* The next cell of the column, in one direction; one that is not asked is passed over. */
static gboolean
go_from (FwGroupAmountsDialog *self, const Cell *cell, int step)
{
  for (int row = (int) cell->row + step; row >= 0 && row < (int) self->numbers->len; row += step)
    {
      GtkWidget *entry = fw_group_amounts_dialog_get_cell (self, (guint) row, cell->column);

      if (entry != NULL)
        return gtk_widget_grab_focus (entry);
    }
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, FwGroupAmountsDialog *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    return go_from (self, cell_of (entry), 1);
  return (key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && go_from (self, cell_of (entry), -1);
}

/* Pasting */

/* The lines of what was copied, each with its cells; an empty line at the end is none. */
static GPtrArray *
read_block (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *block = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n_lines = g_strv_length (lines);

  while (n_lines > 0 && *g_strstrip (lines[n_lines - 1]) == '\0')
    n_lines--;
  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (block, g_strsplit (g_strchomp (lines[i]), "\t", -1));
  return block;
}

static int
find_number (FwGroupAmountsDialog *self, const char *text)
{
  g_autofree char *wanted = g_strstrip (g_strdup (text));

  for (guint i = 0; i < self->numbers->len; i++)
    if (g_ascii_strcasecmp (self->numbers->pdata[i], wanted) == 0)
      return (int) i;
  return -1;
}

/* Whether the first column of what was copied says whose each line is. */
static gboolean
has_numbers (FwGroupAmountsDialog *self, GPtrArray *block)
{
  for (guint i = 0; i < block->len; i++)
    {
      GStrv line = block->pdata[i];

      if (line[0] != NULL && line[1] != NULL && find_number (self, line[0]) >= 0)
        return TRUE;
    }
  return FALSE;
}

static void
put_line (FwGroupAmountsDialog *self, guint row, guint column, const char *const *line)
{
  for (guint k = 0; line[k] != NULL; k++)
    {
      GtkWidget *entry = fw_group_amounts_dialog_get_cell (self, row, column + k);
      g_autofree char *text = g_strstrip (g_strdup (line[k]));

      if (entry != NULL)
        gtk_editable_set_text (GTK_EDITABLE (entry), text);
    }
}

/* A heading above the amounts is none of them. */
static guint
skip_heading (FwGroupAmountsDialog *self, GPtrArray *block, guint row, guint column)
{
  GtkWidget *entry = fw_group_amounts_dialog_get_cell (self, row, column);
  GStrv first = block->len > 1 ? block->pdata[0] : NULL;
  g_autofree char *value = entry != NULL && first != NULL && first[0] != NULL ? dup_value (cell_of (entry), first[0]) : NULL;

  return entry != NULL && first != NULL && first[0] != NULL && value == NULL ? 1 : 0;
}

/**
 * fw_group_amounts_dialog_paste:
 * @text: cells as spreadsheets copy them, parted by tabs and line ends
 *
 * Writes them from this cell on down and to the right; where the first column has the numbers of employees, each line goes to its person. Lines of
 * nobody among them stay out, and without numbers nothing is written where there are more lines than people from here on.
 *
 * Returns: whether it was written
 */
gboolean
fw_group_amounts_dialog_paste (FwGroupAmountsDialog *self, guint row, guint column, const char *text)
{
  g_autoptr (GPtrArray) block = read_block (text);
  gboolean numbered;
  guint first;

  g_return_val_if_fail (FW_IS_GROUP_AMOUNTS_DIALOG (self), FALSE);

  numbered = has_numbers (self, block);
  first = numbered ? 0 : skip_heading (self, block, row, column);
  if (!numbered && row + block->len - first > self->numbers->len)
    {
      g_autofree char *told = g_strdup_printf (_("Nothing was pasted: %u lines, but %u people from here on. Copy the employee numbers with them."),
                                               block->len - first, self->numbers->len - row);

      gtk_label_set_label (self->state_label, told);
      return FALSE;
    }
  self->pasting = TRUE;
  for (guint i = first; i < block->len; i++)
    {
      const char *const *line = block->pdata[i];
      int place = numbered ? find_number (self, line[0] != NULL ? line[0] : "") : (int) (row + i - first);

      if (place >= 0)
        put_line (self, (guint) place, column, numbered ? line + 1 : line);
    }
  self->pasting = FALSE;
  show_state (self);
  return TRUE;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) entry = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkRoot *root = gtk_widget_get_root (entry);
  int place;

  if (text == NULL || !FW_IS_GROUP_AMOUNTS_DIALOG (root))
    return;
  if (strpbrk (text, "\n\t") != NULL)
    {
      fw_group_amounts_dialog_paste (FW_GROUP_AMOUNTS_DIALOG (root), cell_of (entry)->row, cell_of (entry)->column, text);
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (entry));
  place = gtk_editable_get_position (GTK_EDITABLE (entry));
  gtk_editable_insert_text (GTK_EDITABLE (entry), text, -1, &place);
  gtk_editable_set_position (GTK_EDITABLE (entry), place);
}

static void
paste_cb (GtkText *text, GtkWidget *entry)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (entry), NULL, pasted_cb, g_object_ref (entry));
}

/* The table */

static GtkWidget *
make_cell (FwGroupAmountsDialog *self, Cell *cell)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data_full (G_OBJECT (entry), "cell", cell, cell_free);
  gtk_editable_set_text (GTK_EDITABLE (entry), cell->before);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, cell->about, -1);
  /* Before the entry takes Return for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard", G_CALLBACK (paste_cb), entry, 0);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static FwCaseItem *
find_amount (GListModel *amounts, const char *id)
{
  for (guint i = 0; amounts != NULL && i < g_list_model_get_n_items (amounts); i++)
    {
      g_autoptr (FwCaseItem) amount = g_list_model_get_item (amounts, i);

      if (g_str_equal (fw_case_item_get_id (amount), id))
        return g_steal_pointer (&amount);
    }
  return NULL;
}

/* What the cell has now: what is asked, or what was answered and is asked no more; %NULL: nothing of this person. */
static GtkWidget *
make_of (FwGroupAmountsDialog *self, FwCaseGroup *group, FwCaseItem *member, FwCaseItem *column, guint row, guint place)
{
  const char *case_id = fw_case_item_get_id (member), *path = fw_case_item_get_id (column);
  g_autoptr (FwCaseItem) amount = find_amount (fw_case_group_get_amounts (group, case_id), path);
  const char *value = amount != NULL ? fw_case_item_get_text (amount, "value") : fw_case_group_get_answer (group, case_id, path);
  Cell *cell;

  if ((amount == NULL && value == NULL) || fw_case_item_get_choice (member, "state") >= FW_CASE_STATE_CLOSED)
    return NULL;
  cell = g_new0 (Cell, 1);
  cell->case_id = g_strdup (case_id);
  cell->path = g_strdup (path);
  cell->kind = g_strdup (fw_case_item_get_text (column, "kind"));
  cell->about = g_strdup_printf ("%s, %s", fw_case_item_get_text (column, "title"), fw_case_item_get_text (member, "employee-name"));
  cell->before = g_strdup (value != NULL ? value : "");
  cell->row = row;
  cell->column = place;
  return make_cell (self, cell);
}

static GtkWidget *
make_label (const char *text, float xalign, int width_chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width_chars);
  return label;
}

/* Puts it into a column, as wide there as all else in it. */
static void
attach (FwGroupAmountsDialog *self, GtkGrid *grid, GtkWidget *widget, guint column, guint row)
{
  gtk_size_group_add_widget (self->widths->pdata[column], widget);
  gtk_grid_attach (grid, widget, (int) column, (int) row, 1, 1);
}

/* What is asked stands above its column also when the people are scrolled. */
static void
add_heads (FwGroupAmountsDialog *self, GListModel *columns)
{
  for (guint k = 0; k <= self->n_columns; k++)
    {
      g_autoptr (FwCaseItem) column = k > 0 ? g_list_model_get_item (columns, k - 1) : NULL;
      g_autofree char *title = column != NULL ? fw_case_begin_upper (fw_case_item_get_text (column, "title")) : g_strdup ("");
      GtkWidget *label = make_label (title, 1, 10);

      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      g_ptr_array_add (self->widths, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
      attach (self, self->head_grid, label, k, 0);
    }
}

static void
add_row (FwGroupAmountsDialog *self, FwCaseGroup *group, FwCaseItem *member, GListModel *columns, guint row)
{
  const char *number = fw_case_item_get_text (member, "employee-number");
  GtkWidget *label;
  g_autofree char *name = fw_case_item_get_text (member, "reason") != NULL
                            ? g_strdup_printf (_("%s · %s · barred"), fw_case_item_get_text (member, "employee-name"), number)
                            : g_strdup_printf ("%s · %s", fw_case_item_get_text (member, "employee-name"), number);

  label = make_label (name, 0, 22);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  attach (self, self->grid, label, 0, row);
  g_ptr_array_add (self->numbers, g_strdup (number != NULL ? number : ""));
  for (guint k = 0; k < self->n_columns; k++)
    {
      g_autoptr (FwCaseItem) column = g_list_model_get_item (columns, k);
      GtkWidget *entry = make_of (self, group, member, column, row, k);

      g_ptr_array_add (self->cells, entry);
      attach (self, self->grid, entry != NULL ? entry : make_label ("—", 1, 2), k + 1, row);
    }
}

/* Every thing that is asked of somebody; what was asked before and is answered by now stays, to be put right. */
static void
add_columns (FwCaseGroup *group, GListStore *columns)
{
  GListModel *members = fw_case_group_get_members (group);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (FwCaseItem) member = g_list_model_get_item (members, i);
      GListModel *amounts = fw_case_group_get_amounts (group, fw_case_item_get_id (member));

      for (guint k = 0; amounts != NULL && k < g_list_model_get_n_items (amounts); k++)
        {
          g_autoptr (FwCaseItem) amount = g_list_model_get_item (amounts, k);
          g_autoptr (FwCaseItem) there = find_amount (G_LIST_MODEL (columns), fw_case_item_get_id (amount));

          if (there == NULL)
            g_list_store_append (columns, amount);
        }
    }
}

/**
 * fw_group_amounts_dialog_new:
 * @group: whose cases are all judged
 * @columns: (element-type FwGroupAmount): what was asked before; what is asked now comes to it
 *
 * Returns: (transfer floating) (nullable): the dialog; %NULL where nothing is asked
 */
GtkWidget *
fw_group_amounts_dialog_new (FwCaseGroup *group, GListStore *columns)
{
  FwGroupAmountsDialog *self;
  GListModel *members = fw_case_group_get_members (group);
  GtkWidget *first = NULL;

  add_columns (group, columns);
  if (g_list_model_get_n_items (G_LIST_MODEL (columns)) == 0)
    return NULL;
  self = g_object_new (FW_TYPE_GROUP_AMOUNTS_DIALOG, NULL);
  self->n_columns = g_list_model_get_n_items (G_LIST_MODEL (columns));
  add_heads (self, G_LIST_MODEL (columns));
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (FwCaseItem) member = g_list_model_get_item (members, i);

      add_row (self, group, member, G_LIST_MODEL (columns), i);
    }
  for (guint i = 0; first == NULL && i < self->cells->len; i++)
    first = self->cells->pdata[i];
  gtk_window_set_focus (GTK_WINDOW (self), first);
  show_state (self);
  return GTK_WIDGET (self);
}

/**
 * fw_group_amounts_dialog_dup_changes:
 * @cases: (out): of each change its case
 * @asked: (out): what is said
 * @values: (out): "": unknown again
 *
 * What somebody has filled in or changed.
 */
void
fw_group_amounts_dialog_dup_changes (FwGroupAmountsDialog *self, GStrv *cases, GStrv *asked, GStrv *values)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *entry = self->cells->pdata[i];
      g_autofree char *value = entry != NULL ? dup_of (entry) : NULL;

      if (value == NULL || !has_changed (entry, value))
        continue;
      g_strv_builder_add (ids, cell_of (entry)->case_id);
      g_strv_builder_add (paths, cell_of (entry)->path);
      g_strv_builder_add (texts, value);
    }
  *cases = g_strv_builder_end (ids);
  *asked = g_strv_builder_end (paths);
  *values = g_strv_builder_end (texts);
}

static void
write_cb (FwGroupAmountsDialog *self)
{
  g_signal_emit (self, signals[WRITE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fw_group_amounts_dialog_finalize (GObject *object)
{
  FwGroupAmountsDialog *self = FW_GROUP_AMOUNTS_DIALOG (object);

  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->widths);
  G_OBJECT_CLASS (fw_group_amounts_dialog_parent_class)->finalize (object);
}

static void
fw_group_amounts_dialog_class_init (FwGroupAmountsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fw_group_amounts_dialog_finalize;
  signals[WRITE] = g_signal_new ("write", FW_TYPE_GROUP_AMOUNTS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/cases/fw-group-amounts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FwGroupAmountsDialog, head_scroller);
  gtk_widget_class_bind_template_child (widget_class, FwGroupAmountsDialog, head_grid);
  gtk_widget_class_bind_template_child (widget_class, FwGroupAmountsDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, FwGroupAmountsDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, FwGroupAmountsDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, FwGroupAmountsDialog, write_button);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fw_group_amounts_dialog_init (FwGroupAmountsDialog *self)
{
  self->numbers = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new ();
  self->widths = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scrolled_window_set_hadjustment (self->head_scroller, gtk_scrolled_window_get_hadjustment (self->scroller));
}
