/* What is filled in for one talk: who sits at the table, and the figures that its script says. */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/departure/fw-answer-field.h"
#include "ui/departure/fw-case-words.h"
#include "ui/departure/fw-talk-preparation-private.h"

static gboolean
is_chinese (FwTalkPreparation *self)
{
  g_autofree char *language = NULL;

  g_object_get (fw_case_get_workplace (fw_talk_get_case (self->talk)), "language", &language, NULL);
  return g_strcmp0 (language, "zh") == 0;
}

/* Who sits at the table has a field whatever the script says. */
static void
add_person_field (FwTalkPreparation *self,
                  GtkBox *box,
                  const char *path,
                  const char *otherwise,
                  const char *name)
{
  FwCase *its = fw_talk_get_case (self->talk);
  GtkWidget *field;

  if (g_hash_table_contains (self->fields, path))
    {
      fw_answer_field_refresh (g_hash_table_lookup (self->fields, path));
      return;
    }
  field = fw_answer_field_new (its, path, name, "text", fw_case_get (its, otherwise));
  g_hash_table_insert (self->fields, g_strdup (path), field);
  gtk_box_append (box, field);
}

static void
show_person_fields (FwTalkPreparation *self)
{
  g_autofree char *person = NULL;
  g_autofree char *called = NULL;

  g_object_get (fw_talk_get_case (self->talk), "employee-name", &person, NULL);
  /* Translators: the person's name; the field below takes the form of address. */
  called = g_strdup_printf (_("%s, spoken to as"), person);
  add_person_field (self, self->hr_box, "case/talk/@hr", "company/@hr-contact", _("HR, leads the talk"));
  add_person_field (self, self->manager_box, "case/talk/@manager", "employee/employment/@supervisor", _("Manager"));
  add_person_field (self, self->person_box, "case/talk/@call", "employee/@name", called);
}

static void
add_field (FwTalkPreparation *self,
           const FwScriptFigure *figure)
{
  const char *name = is_chinese (self) ? figure->name.zh : figure->name.en, *ask = is_chinese (self) ? figure->ask.zh : figure->ask.en;
  const char *value = is_chinese (self) ? figure->written.zh : figure->written.en;
  const char *answer = fw_case_get (fw_talk_get_case (self->talk), figure->path);
  g_autofree char *label =
    value == NULL && *ask != '\0' ? g_strdup_printf (_("%s: not known yet, %s"), name, ask) : g_strdup (name);
  GtkWidget *field =
    fw_answer_field_new (fw_talk_get_case (self->talk), figure->path, label, figure->kind, answer == NULL ? value : NULL);

  g_hash_table_insert (self->fields, g_strdup (figure->path), field);
  gtk_box_append (self->field_box, field);
}

void
_fw_talk_preparation_forget_fields (FwTalkPreparation *self)
{
  g_hash_table_remove_all (self->fields);
  fw_box_clear (self->hr_box);
  fw_box_clear (self->manager_box);
  fw_box_clear (self->person_box);
  fw_box_clear (self->field_box);
}

/* What scripts say of this talk alone has a field; a figure that a script says no longer loses its own. */
guint
_fw_talk_preparation_show_fields (FwTalkPreparation *self)
{
  g_autoptr (GPtrArray) figures = fw_talk_list_figures (self->talk, FALSE);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  static const char *const people[] = { "case/talk/@hr", "case/talk/@manager", "case/talk/@call" };
  GHashTableIter fields;
  gpointer path, field;
  guint empty = 0;

  show_person_fields (self);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_hash_table_add (wanted, (gpointer) people[i]);
  for (guint i = 0; i < figures->len; i++)
    {
      const FwScriptFigure *figure = figures->pdata[i];

      if (!g_str_has_prefix (figure->path, "case/talk/"))
        continue;
      g_hash_table_add (wanted, figure->path);
      empty += figure->prepared && figure->value.zh == NULL;
      field = g_hash_table_lookup (self->fields, figure->path);
      if (field == NULL)
        add_field (self, figure);
      else
        fw_answer_field_refresh (field);
    }
  g_hash_table_iter_init (&fields, self->fields);
  while (g_hash_table_iter_next (&fields, &path, &field))
    if (!g_hash_table_contains (wanted, path))
      {
        gtk_box_remove (GTK_BOX (gtk_widget_get_parent (field)), field);
        g_hash_table_iter_remove (&fields);
      }
  return empty;
}

/* The first field that is empty although the script says its figure; of those whose hint stands for it none. */
GtkWidget *
_fw_talk_preparation_find_empty_field (FwTalkPreparation *self)
{
  g_autoptr (GPtrArray) figures = fw_talk_list_figures (self->talk, FALSE);

  for (guint i = 0; i < figures->len; i++)
    {
      const FwScriptFigure *figure = figures->pdata[i];

      if (figure->prepared && figure->value.zh == NULL && g_hash_table_contains (self->fields, figure->path))
        return g_hash_table_lookup (self->fields, figure->path);
    }
  return NULL;
}
