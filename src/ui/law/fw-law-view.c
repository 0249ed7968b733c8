#include "config.h"

#include "ui/law/fw-law-view.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-case-words.h"
#include "ui/law/fw-law-words.h"
#include "ui/widgets/fw-fact-list.h"
#include "ui/widgets/fw-tag.h"

/* A longer list shows so many and a button that brings the rest. */
#define SHOWN_AT_ONCE 8
#define SIDE_WIDTH 272

struct _FwLawView
{
  FwAdaptiveWidget parent_instance;

  const FwLawLibrary *library; /* borrowed from whoever shows it */
  const FwLawEntry *entry;
  GtkWidget *columns;
  GtkWidget *main;
  GtkWidget *clamp; /* keeps the side column no wider than it has to be */
  GtkWidget *side;
};

G_DEFINE_FINAL_TYPE (FwLawView, fw_law_view, FW_TYPE_ADAPTIVE_WIDGET)

enum
{
  SIGNAL_TARGET_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef enum
{
  LOOK_TEXT,
  LOOK_COUNTED,
  LOOK_WRONG,   /* what goes wrong */
  LOOK_BARRED,  /* what the law bars */
  LOOK_PAIRS,   /* a name and what it is */
} Look;

/* The headings, in the order in which they stand. */
static const struct
{
  const char *id;
  const char *heading;
  gboolean side;
  Look look;
} sections[] = {
  { "applies", N_("Only where"), FALSE, LOOK_TEXT },
  { "proves", N_("What has to be proved"), FALSE, LOOK_COUNTED },
  { "steps", N_("Step by step"), FALSE, LOOK_COUNTED },
  { "procedure", N_("Procedure, in this order"), FALSE, LOOK_COUNTED },
  { "materials", N_("Materials it needs"), FALSE, LOOK_TEXT },
  { "recommended", N_("Better to have"), FALSE, LOOK_TEXT },
  { "mistakes", N_("Common mistakes"), FALSE, LOOK_WRONG },
  { "tribunal", N_("What a tribunal looks at"), FALSE, LOOK_TEXT },
  { "fails", N_("Said where it does not hold"), FALSE, LOOK_TEXT },
  { "unknown", N_("Said where a fact is not known"), FALSE, LOOK_TEXT },
  { "holds", N_("Said where it holds"), FALSE, LOOK_TEXT },
  { "ways-out", N_("Ways out"), FALSE, LOOK_TEXT },
  { "asks", N_("What is asked"), FALSE, LOOK_TEXT },
  { "until", N_("Until when"), FALSE, LOOK_TEXT },
  { "note", N_("To be minded"), FALSE, LOOK_TEXT },
  { "why", N_("Why it is needed"), FALSE, LOOK_TEXT },
  { "without", N_("What happens without it"), FALSE, LOOK_TEXT },
  { "how", N_("How to get it"), FALSE, LOOK_TEXT },
  { "options", N_("The readings"), FALSE, LOOK_PAIRS },
  { "places", N_("Another default by place"), FALSE, LOOK_PAIRS },
  { "gives", N_("What it answers"), FALSE, LOOK_TEXT },
  { "working", N_("How it is worked out"), FALSE, LOOK_PAIRS },
  { "inputs", N_("What it has to know"), FALSE, LOOK_TEXT },
  { "checks", N_("Checks that guard it"), FALSE, LOOK_TEXT },
  { "pays", N_("To pay"), TRUE, LOOK_PAIRS },
  { "barred", N_("Not for"), TRUE, LOOK_BARRED },
  { "blocks", N_("Bars"), TRUE, LOOK_BARRED },
  { "deadlines", N_("Deadlines"), TRUE, LOOK_TEXT },
  { "grounds", N_("Grounds"), TRUE, LOOK_TEXT },
  { "readings", N_("Read in two ways"), TRUE, LOOK_TEXT },
  { "articles", N_("Articles"), TRUE, LOOK_TEXT },
  { "law", N_("Law"), TRUE, LOOK_TEXT },
};

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "selectable", TRUE, "focusable", FALSE, "can-focus", FALSE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
target_clicked_cb (GtkWidget *button, FwLawView *self)
{
  g_signal_emit (self, signals[SIGNAL_TARGET_CHOSEN], 0, g_object_get_data (G_OBJECT (button), "target"));
}

/* A line that leads to another entry is a button. */
static GtkWidget *
new_text (FwLawView *self, const FwLawLine *line)
{
  GtkWidget *button, *label;

  if (line->target == NULL || fw_law_library_find (self->library, line->target) == NULL)
    return new_label (line->text, NULL);
  label = g_object_new (GTK_TYPE_LABEL, "label", line->text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);
  button = g_object_new (GTK_TYPE_BUTTON, "child", label, "halign", GTK_ALIGN_START, NULL);
  gtk_widget_set_css_classes (button, (const char *[]){ "flat", "fw-link", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, line->text, -1);
  g_object_set_data_full (G_OBJECT (button), "target", g_strdup (line->target), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (target_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
new_mark (Look look, guint number)
{
  GtkWidget *mark;

  if (look == LOOK_COUNTED)
    {
      g_autofree char *text = g_strdup_printf ("%u", number + 1);

      mark = gtk_label_new (text);
      gtk_widget_add_css_class (mark, "fw-step-number");
    }
  else
    {
      mark = gtk_image_new_from_icon_name (look == LOOK_BARRED ? "action-unavailable-symbolic" : "window-close-symbolic");
      gtk_widget_set_css_classes (mark, (const char *[]){ "fw-mark", "block", NULL });
      gtk_widget_set_margin_top (mark, look == LOOK_BARRED ? 6 : 2);
    }
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  return mark;
}

static const char *
name_of (const FwLawLine *line)
{
  return g_strcmp0 (line->name, "default") == 0 ? _("By default") : fw_law_amount_word (line->name);
}

static GtkWidget *
new_pair (FwLawView *self, const FwLawLine *line, gboolean name_first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = line->name != NULL ? new_label (name_of (line), "caption") : NULL;

  if (name != NULL)
    gtk_widget_add_css_class (name, "dim-label");
  if (name != NULL && name_first)
    gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), new_text (self, line));
  if (name != NULL && !name_first)
    gtk_box_append (GTK_BOX (box), name);
  return box;
}

static GtkWidget *
new_line (FwLawView *self, const FwLawLine *line, guint section, guint number)
{
  Look look = sections[section].look;
  GtkWidget *box, *text;

  if (look == LOOK_PAIRS)
    return new_pair (self, line, sections[section].side);
  text = new_text (self, line);
  if (look == LOOK_TEXT)
    return text;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_box_append (GTK_BOX (box), new_mark (look, number));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static void
add_heading (GtkWidget *box, const char *heading)
{
  GtkWidget *label = new_label (heading, "heading");

  gtk_widget_set_margin_top (label, gtk_widget_get_first_child (box) != NULL ? 6 : 0);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
new_card (GtkWidget *box)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "fw-card");
  gtk_box_append (GTK_BOX (box), card);
  return card;
}

static void
more_clicked_cb (GtkWidget *button, FwLawView *self)
{
  GtkWidget *card = gtk_widget_get_parent (button);
  GPtrArray *lines = g_object_get_data (G_OBJECT (button), "lines");
  guint section = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "section"));

  for (guint i = SHOWN_AT_ONCE; i < lines->len; i++)
    gtk_box_append (GTK_BOX (card), new_line (self, lines->pdata[i], section, i));
  gtk_widget_child_focus (gtk_widget_get_next_sibling (button), GTK_DIR_TAB_FORWARD);
  gtk_box_remove (GTK_BOX (card), button);
}

static void
add_more (FwLawView *self, GtkWidget *card, guint section, GPtrArray *lines)
{
  g_autofree char *text = g_strdup_printf (_("Show all %u"), lines->len);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_css_classes (button, (const char *[]){ "flat", "fw-link", NULL });
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "lines", lines);
  g_object_set_data (G_OBJECT (button), "section", GUINT_TO_POINTER (section));
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (card), button);
}

static void
add_section (FwLawView *self, guint section)
{
  GPtrArray *lines = fw_law_entry_section (self->entry, sections[section].id);
  GtkWidget *box = sections[section].side ? self->side : self->main;
  GtkWidget *card;

  if (lines == NULL)
    return;
  add_heading (box, _(sections[section].heading));
  card = new_card (box);
  for (guint i = 0; i < MIN (lines->len, SHOWN_AT_ONCE); i++)
    gtk_box_append (GTK_BOX (card), new_line (self, lines->pdata[i], section, i));
  if (lines->len > SHOWN_AT_ONCE)
    add_more (self, card, section, lines);
}

/* An entry that was not law on the day says so before anything else. */
static void
add_not_in_force (FwLawView *self)
{
  g_autofree char *on = fw_date_to_string (self->library->on);
  g_autofree char *from = fw_date_to_string (self->entry->from);
  g_autofree char *until = fw_date_to_string (self->entry->until);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  GtkWidget *card;

  if (self->entry->in_force)
    return;
  if (fw_date_is_known (self->entry->from) && fw_date_compare (self->library->on, self->entry->from) < 0)
    {
      day = fw_case_name_day (from);
      text = g_strdup_printf (_("Not in force on the day you chose: it came into force on %s."), day);
    }
  else
    {
      day = fw_case_name_day (until);
      text = g_strdup_printf (_("Not in force on the day you chose: it was in force until %s."), day);
    }
  card = new_card (self->main);
  gtk_widget_add_css_class (card, "warn");
  gtk_box_append (GTK_BOX (card), new_label (text, NULL));
}

static void
add_title (FwLawView *self)
{
  const FwLawEntry *entry = self->entry;
  g_autofree char *subtitle = entry->citation != NULL ? g_strdup_printf ("%s · %s", fw_law_kind_word (entry->kind), entry->citation)
                                                      : g_strdup (fw_law_kind_word (entry->kind));
  GtkWidget *label = new_label (subtitle, "dim-label");

  add_not_in_force (self);
  gtk_box_append (GTK_BOX (self->main), new_label (entry->title, "title-1"));
  gtk_box_append (GTK_BOX (self->main), label);
  if (*self->library->reviewed_by == '\0')
    {
      GtkWidget *tag = fw_tag_new (FW_TAG_STYLE_NOTE, _("Not reviewed by a lawyer"));

      gtk_widget_set_halign (tag, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (self->main), tag);
    }
  if (entry->quotation != NULL)
    gtk_box_append (GTK_BOX (new_card (self->main)), new_label (entry->quotation, NULL));
  if (entry->plain != NULL)
    {
      add_heading (self->main, _("In plain words"));
      gtk_box_append (GTK_BOX (self->main), new_label (entry->plain, NULL));
    }
}

static const char *
severity_word (const char *severity)
{
  if (g_strcmp0 (severity, "block") == 0)
    return _("Stops the case");
  return g_strcmp0 (severity, "warn") == 0 ? _("Warns") : _("Informs");
}

static void
add_fact (FwFactList *facts, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    fw_fact_list_append (facts, title, value);
}

static char *
dup_day (FwDate date)
{
  g_autofree char *iso = fw_date_to_string (date);

  return fw_case_name_day (iso);
}

static void
add_source (FwLawView *self)
{
  const FwLawEntry *entry = self->entry;
  const FwLawLibrary *library = self->library;
  GtkWidget *facts = fw_fact_list_new ();
  g_autofree char *from = dup_day (entry->from);
  g_autofree char *until = dup_day (entry->until);
  g_autofree char *pack = g_strdup_printf ("%s %s", library->pack, library->version);
  GPtrArray *scope = fw_law_entry_section (entry, "scope");

  add_heading (self->side, _("In force and source"));
  gtk_box_append (GTK_BOX (new_card (self->side)), facts);
  if (entry->severity != NULL)
    add_fact (FW_FACT_LIST (facts), _("What it does"), severity_word (entry->severity));
  if (fw_law_entry_section (entry, "override") != NULL)
    add_fact (FW_FACT_LIST (facts), _("Override"), _("A lawyer may set it aside in writing"));
  if (scope != NULL)
    add_fact (FW_FACT_LIST (facts), _("Decided for"),
              g_str_equal (((FwLawLine *) scope->pdata[0])->text, "city") ? _("The city") : _("The company"));
  add_fact (FW_FACT_LIST (facts), _("From"), from);
  add_fact (FW_FACT_LIST (facts), _("Until"), until);
  add_fact (FW_FACT_LIST (facts), _("Source"), entry->source);
  add_fact (FW_FACT_LIST (facts), _("How sure"), fw_law_confidence_word (entry->confidence));
  add_fact (FW_FACT_LIST (facts), _("Pack of law"), pack);
  add_fact (FW_FACT_LIST (facts), _("Reviewed"), *library->reviewed_by != '\0' ? library->reviewed_by : _("Not reviewed by a lawyer"));
}

static void
add_cases (FwLawView *self)
{
  guint count = fw_law_library_count_cases (self->library, self->entry);
  g_autofree char *text = g_strdup_printf (ngettext ("%u open departure stands on it", "%u open departures stand on it", count), count);

  if (count > 0)
    gtk_box_append (GTK_BOX (new_card (self->side)), new_label (text, NULL));
}

/* Under it the side column comes after the main one. */
static void
fw_law_view_narrow_changed (FwAdaptiveWidget *widget, gboolean narrow)
{
  FwLawView *self = FW_LAW_VIEW (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->clamp, narrow ? -1 : SIDE_WIDTH, -1);
  fw_adaptive_widget_clamp (self, ADW_CLAMP (self->clamp), SIDE_WIDTH);
}

static void
fw_law_view_dispose (GObject *object)
{
  FwLawView *self = FW_LAW_VIEW (object);

  g_clear_pointer (&self->columns, gtk_widget_unparent);
  G_OBJECT_CLASS (fw_law_view_parent_class)->dispose (object);
}

static void
fw_law_view_class_init (FwLawViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fw_law_view_dispose;
  FW_ADAPTIVE_WIDGET_CLASS (klass)->narrow_changed = fw_law_view_narrow_changed;
  signals[SIGNAL_TARGET_CHOSEN] = g_signal_new ("target-chosen", FW_TYPE_LAW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fw_law_view_init (FwLawView *self)
{
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  self->main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_hexpand (self->main, TRUE);
  self->clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", SIDE_WIDTH, "tightening-threshold", SIDE_WIDTH, "child", self->side,
                              "width-request", SIDE_WIDTH, NULL);
  gtk_box_append (GTK_BOX (self->columns), self->main);
  gtk_box_append (GTK_BOX (self->columns), self->clamp);
  gtk_widget_set_parent (self->columns, GTK_WIDGET (self));
}

/**
 * fw_law_view_show:
 * @library: (nullable): must live as long as @entry is shown
 * @entry: (nullable): one of its entries; %NULL shows nothing
 */
void
fw_law_view_show (FwLawView *self, const FwLawLibrary *library, const FwLawEntry *entry)
{
  g_return_if_fail (FW_IS_LAW_VIEW (self));

  self->library = library;
  self->entry = entry;
  fw_box_clear (GTK_BOX (self->main));
  fw_box_clear (GTK_BOX (self->side));
  if (entry == NULL)
    return;
  add_title (self);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (self, i);
  add_source (self);
  add_cases (self);
}
