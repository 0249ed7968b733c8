#include "config.h"

#include "ui/departure/fw-wording-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "documents/fw-template-diff.h"
#include "ui/departure/fw-field-words.h"
#include "ui/departure/fw-step-page.h"
#include "ui/widgets/fw-tab-stop.h"
#include "ui/widgets/fw-tag.h"

/* Long enough not to try half a word, short enough to see it on the paper. */
#define TRY_AFTER_MS 600
#define TITLE_CHARS 24

typedef struct
{
  char *id;
  char *text;
  char *source;
  char *original_text;
  char *original_source;
  gboolean overridden;
  gboolean read_again;
} Block;

struct _FwWordingPane
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *block_list;
  GtkTextView *wording_view;
  GtkTextBuffer *wording;
  GtkLabel *state_label;
  GtkLabel *difference_label;
  GtkWidget *difference_box;
  GtkWidget *restore_button;
  GtkWidget *accept_button;

  FwCase *departure;     /* owned, nullable */
  char *document_id;     /* owned, nullable */
  GPtrArray *blocks;     /* owned: Block */
  FwFieldWords *words;   /* owned, nullable */
  char *selected;        /* owned, nullable: id of the block being edited */
  char *trying;          /* owned, nullable: the block that the trial under way is of */
  GCancellable *trial;   /* owned, nullable */
  guint try_source;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FwWordingPane, fw_wording_pane, GTK_TYPE_WIDGET)

enum
{
  BLOCK_SELECTED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
block_free (gpointer data)
{
  Block *block = data;

  g_free (block->id);
  g_free (block->text);
  g_free (block->source);
  g_free (block->original_text);
  g_free (block->original_source);
  g_free (block);
}

static Block *
find_block (FwWordingPane *self, const char *id)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (g_strcmp0 (((Block *) g_ptr_array_index (self->blocks, i))->id, id) == 0)
      return g_ptr_array_index (self->blocks, i);
  return NULL;
}

/* Live fields stand on a ground of colour; words in another type are bold here too. */
static void
mark_pattern (FwWordingPane *self, const char *text, const char *pattern, const char *tag)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      GtkTextIter start, end;
      int from, to;

      g_match_info_fetch_pos (match, 0, &from, &to);
      gtk_text_buffer_get_iter_at_offset (self->wording, &start, (int) g_utf8_pointer_to_offset (text, text + from));
      gtk_text_buffer_get_iter_at_offset (self->wording, &end, (int) g_utf8_pointer_to_offset (text, text + to));
      gtk_text_buffer_apply_tag_by_name (self->wording, tag, &start, &end);
    }
}

static char *
dup_typed (FwWordingPane *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->wording, &start, &end);
  return gtk_text_buffer_get_text (self->wording, &start, &end, FALSE);
}

static void
mark_fields (FwWordingPane *self)
{
  g_autofree char *text = dup_typed (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->wording, &start, &end);
  gtk_text_buffer_remove_all_tags (self->wording, &start, &end);
  mark_pattern (self, text, "\\*\\*[^*]+\\*\\*", "strong");
  mark_pattern (self, text, "\\{[^{}]*\\}", "field");
}

/* One piece a line: a Chinese character, a run of other letters and digits, a line end. */
static char *
dup_pieces (const char *text)
{
  g_autoptr (GString) pieces = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (character == '\n')
        g_string_append (pieces, "\\n");
      else
        g_string_append_unichar (pieces, character);
      if (*next != '\0' && (!g_ascii_isalnum ((char) MIN (character, 127)) || !g_ascii_isalnum (*next)))
        g_string_append_c (pieces, '\n');
    }
  return g_string_free (g_steal_pointer (&pieces), FALSE);
}

/* So much of what is the same stands on either side of a difference. */
#define CONTEXT_CHARS 12

static void
append_same (GString *markup, const char *text, gboolean first, gboolean last)
{
  glong length = g_utf8_strlen (text, -1);
  glong before = first ? 0 : CONTEXT_CHARS, after = last ? 0 : CONTEXT_CHARS;
  g_autofree char *head = length > before + after ? g_utf8_substring (text, 0, before) : NULL;
  g_autofree char *shown = head != NULL ? g_strconcat (head, "…", g_utf8_offset_to_pointer (text, length - after), NULL)
                                        : g_strdup (text);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  g_string_append (markup, escaped);
}

/* Both wordings in one: what the template had is struck out, what this case says instead is underlined. */
static char *
dup_difference (const Block *block)
{
  g_autofree char *before = dup_pieces (block->original_text != NULL ? block->original_text : "");
  g_autofree char *after = dup_pieces (block->text != NULL ? block->text : "");
  g_autoptr (GPtrArray) lines = fw_template_diff (before, after, NULL);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < lines->len;)
    {
      FwDiffKind kind = ((FwDiffLine *) lines->pdata[i])->kind;
      g_autoptr (GString) run = g_string_new (NULL);
      g_autofree char *escaped = NULL;
      gboolean first = i == 0;

      for (; i < lines->len && ((FwDiffLine *) lines->pdata[i])->kind == kind; i++)
        {
          const char *piece = ((FwDiffLine *) lines->pdata[i])->line;

          g_string_append (run, g_str_equal (piece, "\\n") ? "\n" : piece);
        }
      escaped = g_markup_escape_text (run->str, -1);
      if (kind == FW_DIFF_SAME)
        append_same (markup, run->str, first, i == lines->len);
      else
        g_string_append_printf (markup, kind == FW_DIFF_REMOVED ? "<s>%s</s>" : "<b><u>%s</u></b>", escaped);
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static void
say_state (FwWordingPane *self, const char *text, gboolean is_problem)
{
  gtk_label_set_label (self->state_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), *text != '\0');
  if (is_problem)
    gtk_widget_add_css_class (GTK_WIDGET (self->state_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state_label), "error");
}

/* What is known of the block beside its wording. */
static void
show_marks (FwWordingPane *self, const Block *block)
{
  g_autofree char *difference = block->overridden ? dup_difference (block) : NULL;

  gtk_label_set_markup (self->difference_label, difference != NULL ? difference : "");
  gtk_widget_set_visible (self->difference_box, block->overridden);
  gtk_widget_set_visible (self->restore_button, block->overridden);
  gtk_widget_set_visible (self->accept_button, block->read_again);
}

static void
show_wording (FwWordingPane *self, const Block *block)
{
  g_autofree char *shown = fw_field_words_show (self->words, block->source);

  self->filling = TRUE;
  gtk_text_buffer_set_text (self->wording, shown, -1);
  self->filling = FALSE;
  mark_fields (self);
  show_marks (self, block);
}

static void try_now (FwWordingPane *self);

/* Keeping what was typed into one block must not wait for the next. */
static void
settle (FwWordingPane *self)
{
  if (self->try_source != 0)
    try_now (self);
}

/* What in a wording cannot be read: a field that there is not, with those there are, or a brace. */
static void
say_unreadable (FwWordingPane *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *unknown = fw_field_words_dup_unknown (self->words, typed);
  g_autofree char *known = NULL;
  g_autofree char *text = NULL;

  if (unknown == NULL)
    {
      say_state (self, _("Not kept yet: a brace is not closed, or no field has this name."), TRUE);
      return;
    }
  known = fw_field_words_dup_known (self->words);
  text = g_strdup_printf (_("Not kept yet: no field is called {%s}. This paper has %s"), unknown, known);
  say_state (self, text, TRUE);
}

static void
tried_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (FwWordingPane) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fw_case_act_finish (FW_CASE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || g_strcmp0 (self->trying, self->selected) != 0)
    return;
  if (done)
    say_state (self, _("Kept"), FALSE);
  else if (g_error_matches (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_OVERRIDE))
    say_unreadable (self);
  else if (g_error_matches (error, FW_DOCUMENT_ERROR, FW_DOCUMENT_ERROR_GLYPH))
    say_state (self, _("Not kept yet: a character cannot be printed. Write it otherwise."), TRUE);
  else
    say_state (self, _("Not kept: the paper cannot be laid out with this wording."), TRUE);
}

static GCancellable *
begin_trial (FwWordingPane *self)
{
  g_clear_handle_id (&self->try_source, g_source_remove);
  g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
  self->trial = g_cancellable_new ();
  g_free (self->trying);
  self->trying = g_strdup (self->selected);
  say_state (self, _("Trying it on the paper…"), FALSE);
  return self->trial;
}

static void
try_wording (FwWordingPane *self, const char *wording)
{
  fw_case_edit_block_async (self->departure, self->document_id, self->selected, wording, begin_trial (self), tried_cb,
                            g_object_ref (self));
}

/* The template's own words are no wording of the case. */
static void
try_now (FwWordingPane *self)
{
  Block *block = find_block (self, self->selected);
  g_autofree char *typed = dup_typed (self);
  g_autofree char *wording = fw_field_words_read (self->words, typed);

  g_clear_handle_id (&self->try_source, g_source_remove);
  if (block == NULL || *wording == '\0')
    return;
  try_wording (self, g_strcmp0 (wording, block->original_source) == 0 ? NULL : wording);
}

static gboolean
try_cb (gpointer data)
{
  FwWordingPane *self = data;

  self->try_source = 0;
  try_now (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (FwWordingPane *self)
{
  if (self->filling || self->selected == NULL)
    return;
  mark_fields (self);
  g_clear_handle_id (&self->try_source, g_source_remove);
  self->try_source = g_timeout_add (TRY_AFTER_MS, try_cb, self);
}

static void
restore_cb (FwWordingPane *self)
{
  Block *block = find_block (self, self->selected);
  g_autofree char *shown = NULL;

  if (block == NULL)
    return;
  shown = fw_field_words_show (self->words, block->original_source);
  self->filling = TRUE;
  gtk_text_buffer_set_text (self->wording, shown, -1);
  self->filling = FALSE;
  mark_fields (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->wording_view));
  try_wording (self, NULL);
}

static void
accept_cb (FwWordingPane *self)
{
  if (self->selected == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->wording_view));
  fw_case_accept_block_async (self->departure, self->document_id, self->selected, begin_trial (self), tried_cb,
                              g_object_ref (self));
}

static void
close_cb (FwWordingPane *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Blocks */

static void
fill_row (GtkListBoxRow *row, const Block *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title =
    g_utf8_strlen (block->text, -1) > TITLE_CHARS ? g_utf8_substring (block->text, 0, TITLE_CHARS) : g_strdup (block->text);
  GtkWidget *label = gtk_label_new (g_strdelimit (title, "\n", ' '));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "fw-dense-row");
  gtk_box_append (GTK_BOX (box), label);
  if (block->overridden)
    gtk_box_append (GTK_BOX (box), block->read_again ? fw_tag_new (FW_TAG_STYLE_NOTE, _("Read again"))
                                                     : fw_tag_new (FW_TAG_STYLE_ACCENT, _("Changed")));
  gtk_list_box_row_set_child (row, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static GtkWidget *
make_row (const Block *block)
{
  GtkWidget *row = gtk_list_box_row_new ();

  fill_row (GTK_LIST_BOX_ROW (row), block);
  g_object_set_data_full (G_OBJECT (row), "block", g_strdup (block->id), g_free);
  fw_step_page_name_focus (row, block->id);
  return row;
}

static GtkListBoxRow *
find_row (FwWordingPane *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->block_list, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "block"), id) == 0)
      return row;
  return NULL;
}

/* Only blocks with words of their own can be changed: a line for a signature stays as the template has it. */
static void
take_blocks (FwWordingPane *self, FwDocument *document)
{
  GPtrArray *blocks = fw_document_get_blocks (document);

  g_ptr_array_set_size (self->blocks, 0);
  for (guint i = 0; i < blocks->len; i++)
    {
      FwDocumentBlock *from = g_ptr_array_index (blocks, i);
      Block *block;

      if (from->id == NULL || from->source == NULL || *from->source == '\0')
        continue;
      block = g_new0 (Block, 1);
      block->id = g_strdup (from->id);
      block->text = g_strdup (from->text != NULL ? from->text : "");
      block->source = g_strdup (from->source);
      block->original_text = g_strdup (from->original_text);
      block->original_source = g_strdup (from->original_source != NULL ? from->original_source : from->source);
      block->overridden = from->overridden;
      block->read_again = from->read_again;
      g_ptr_array_add (self->blocks, block);
      /* Every field of the paper gets its name, so that it can be used in another block too. */
      g_free (fw_field_words_show (self->words, block->original_source));
    }
}

/* Whether the rows are those of the blocks: then they are kept, with focus, selection and how far the list is scrolled. */
static gboolean
rows_fit (FwWordingPane *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->block_list, (int) i);

      if (row == NULL ||
          g_strcmp0 (g_object_get_data (G_OBJECT (row), "block"), ((Block *) self->blocks->pdata[i])->id) != 0)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->block_list, (int) self->blocks->len) == NULL;
}

static void
show_blocks (FwWordingPane *self)
{
  gboolean fit = rows_fit (self);
  GtkListBoxRow *row;

  self->filling = TRUE;
  while (!fit && (row = gtk_list_box_get_row_at_index (self->block_list, 0)) != NULL)
    gtk_list_box_remove (self->block_list, GTK_WIDGET (row));
  for (guint i = 0; i < self->blocks->len; i++)
    if (fit)
      fill_row (gtk_list_box_get_row_at_index (self->block_list, (int) i), self->blocks->pdata[i]);
    else
      gtk_list_box_append (self->block_list, make_row (self->blocks->pdata[i]));
  row = find_row (self, self->selected);
  if (row != NULL)
    gtk_list_box_select_row (self->block_list, row);
  self->filling = FALSE;
}

static void
begin_block (FwWordingPane *self, const char *id)
{
  Block *block = find_block (self, id);

  if (block == NULL)
    return;
  settle (self);
  g_free (self->selected);
  self->selected = g_strdup (block->id);
  say_state (self, "", FALSE);
  show_wording (self, block);
  g_signal_emit (self, signals[BLOCK_SELECTED], 0, self->selected);
}

static void
row_selected_cb (FwWordingPane *self, GtkListBoxRow *row)
{
  if (!self->filling && row != NULL)
    begin_block (self, g_object_get_data (G_OBJECT (row), "block"));
}

static void
row_activated_cb (FwWordingPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->wording_view));
}

/* Whether the wording on screen is what the paper says: then it may be shown anew. */
static gboolean
is_typing (FwWordingPane *self)
{
  return self->try_source != 0 || gtk_widget_has_focus (GTK_WIDGET (self->wording_view));
}

/**
 * fw_wording_pane_show:
 * @document: the paper as it is laid out now; its blocks are copied
 *
 * Shows the wording of a paper, or how it stands now. What is being typed is left alone.
 */
void
fw_wording_pane_show (FwWordingPane *self,
                      FwCase *departure,
                      const char *document_id,
                      FwDocument *document)
{
  gboolean same = g_strcmp0 (self->document_id, document_id) == 0;
  Block *block;

  g_return_if_fail (FW_IS_WORDING_PANE (self));

  if (!same)
    {
      settle (self);
      g_set_object (&self->departure, departure);
      g_free (self->document_id);
      self->document_id = g_strdup (document_id);
      g_clear_pointer (&self->words, fw_field_words_free);
      self->words = fw_field_words_new (departure);
      g_clear_pointer (&self->selected, g_free);
    }
  take_blocks (self, document);
  block = find_block (self, self->selected);
  if (block == NULL && self->blocks->len > 0)
    {
      block = g_ptr_array_index (self->blocks, 0);
      g_free (self->selected);
      self->selected = g_strdup (block->id);
      same = FALSE;
    }
  show_blocks (self);
  if (block == NULL)
    return;
  if (same && is_typing (self))
    show_marks (self, block);
  else
    show_wording (self, block);
}

/**
 * fw_wording_pane_select:
 * @block: (nullable): id of a block; %NULL: as it stands
 *
 * Begins with that block.
 */
void
fw_wording_pane_select (FwWordingPane *self, const char *block)
{
  GtkListBoxRow *row;

  g_return_if_fail (FW_IS_WORDING_PANE (self));

  row = find_row (self, block != NULL ? block : self->selected);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->block_list, row);
  fw_step_page_show_row (row);
  begin_block (self, g_object_get_data (G_OBJECT (row), "block"));
}

/**
 * fw_wording_pane_select_first_to_read:
 *
 * Returns: whether there is a block whose facts changed since it was worded; the first of them is begun with
 */
gboolean
fw_wording_pane_select_first_to_read (FwWordingPane *self)
{
  g_return_val_if_fail (FW_IS_WORDING_PANE (self), FALSE);

  for (guint i = 0; i < self->blocks->len; i++)
    if (((Block *) g_ptr_array_index (self->blocks, i))->read_again)
      {
        fw_wording_pane_select (self, ((Block *) g_ptr_array_index (self->blocks, i))->id);
        return TRUE;
      }
  return FALSE;
}

const char *
fw_wording_pane_get_selected (FwWordingPane *self)
{
  g_return_val_if_fail (FW_IS_WORDING_PANE (self), NULL);
  return self->selected;
}

static gboolean
fw_wording_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FW_WORDING_PANE (widget)->wording_view));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  close_cb (FW_WORDING_PANE (widget));
  return TRUE;
}

static void
add_tags (FwWordingPane *self)
{
  gtk_text_buffer_create_tag (self->wording, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (self->wording, "field", "background", "rgba(90,140,190,0.25)", NULL);
}

static void
fw_wording_pane_dispose (GObject *object)
{
  FwWordingPane *self = FW_WORDING_PANE (object);

  g_clear_handle_id (&self->try_source, g_source_remove);
  g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->departure);
  G_OBJECT_CLASS (fw_wording_pane_parent_class)->dispose (object);
}

static void
fw_wording_pane_finalize (GObject *object)
{
  FwWordingPane *self = FW_WORDING_PANE (object);

  g_clear_pointer (&self->words, fw_field_words_free);
  g_ptr_array_unref (self->blocks);
  g_free (self->document_id);
  g_free (self->selected);
  g_free (self->trying);
  G_OBJECT_CLASS (fw_wording_pane_parent_class)->finalize (object);
}

static void
fw_wording_pane_class_init (FwWordingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fw_wording_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = fw_wording_pane_finalize;
  widget_class->grab_focus = fw_wording_pane_grab_focus;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  signals[BLOCK_SELECTED] = g_signal_new ("block-selected", FW_TYPE_WORDING_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", FW_TYPE_WORDING_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (FW_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fairwell/Fairwell/departure/fw-wording-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FwWordingPane, box);
  gtk_widget_class_bind_template_child (widget_class, FwWordingPane, block_list);
  gtk_widget_class_bind_template_child (widget_class, FwWordingPane, wording_view);
  gtk_widget_class_bind_template_child (widget_class, FwWordingPane, state_label);
  gtk_widget_class_bind_template_child (widget_class, FwWordingPane, difference_label);
  gtk_widget_class_bind_template_child (widget_class, FwWordingPane, difference_box);
  gtk_widget_class_bind_template_child (widget_class, FwWordingPane, restore_button);
  gtk_widget_class_bind_template_child (widget_class, FwWordingPane, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
fw_wording_pane_init (FwWordingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->wording = gtk_text_view_get_buffer (self->wording_view);
  add_tags (self);
  g_signal_connect_swapped (self->wording, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self, "unmap", G_CALLBACK (settle), NULL);
}
