#include "store/fw-command-private.h"

#include <json-glib/json-glib.h>

struct _FwCommand
{
  GObject parent_instance;

  char *what;
  char *who;
  char *why;
  guint n_many;            /* records that are made when they are written, before all steps */
  FwCommandMake make;
  gpointer make_data;
  GPtrArray *steps;
  GPtrArray *subjects;
  GPtrArray *drafts;       /* of char*, owner and key in turns: taken in */
  GTree *details;   /* sorted, so that one set of details has one form */
  FwCommandProgress tell;
  gpointer tell_data;
};

G_DEFINE_FINAL_TYPE (FwCommand, fw_command, G_TYPE_OBJECT)

static void
step_free (gpointer data)
{
  FwCommandStep *step = data;

  g_clear_object (&step->record);
  g_free (step->removed_kind);
  g_free (step->removed_id);
  g_free (step);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  return g_strcmp0 (a, b);
}

static void
fw_command_finalize (GObject *object)
{
  FwCommand *self = FW_COMMAND (object);

  g_free (self->what);
  g_free (self->who);
  g_free (self->why);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->subjects);
  g_ptr_array_unref (self->drafts);
  g_tree_unref (self->details);
  G_OBJECT_CLASS (fw_command_parent_class)->finalize (object);
}

static void
fw_command_class_init (FwCommandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fw_command_finalize;
}

static void
fw_command_init (FwCommand *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->subjects = g_ptr_array_new_with_free_func (g_free);
  self->drafts = g_ptr_array_new_with_free_func (g_free);
  self->details = g_tree_new_full (compare_names_cb, NULL, g_free, g_free);
}

/**
 * fw_command_new:
 * @what: the act, area and verb: "employee.change", "document.print"
 * @who: the account that acts
 * @why: (nullable): the reason in words; kept apart from the chain, so that it can be erased
 *
 * Returns: (transfer full):
 */
FwCommand *
fw_command_new (const char *what,
                const char *who,
                const char *why)
{
  FwCommand *self = g_object_new (FW_TYPE_COMMAND, NULL);

  self->what = g_strdup (what);
  self->who = g_strdup (who);
  self->why = g_strdup (why);
  return self;
}

/**
 * fw_command_put:
 * @record: stored anew, or changed in the fields that were set on it. Where it was read from the store
 *   and the store has something newer by now, the whole command is refused with
 *   %FW_STORE_ERROR_CONFLICT
 *
 * Steps run in the order in which they were added.
 */
void
fw_command_put (FwCommand *self,
                FwRecord *record)
{
  FwCommandStep *step = g_new0 (FwCommandStep, 1);

  step->record = g_object_ref (record);
  g_ptr_array_add (self->steps, step);
}

/**
 * fw_command_put_many:
 * @make: called for each number once and in order, on another thread while the command runs; the record it makes belongs to the
 *   command alone
 * @user_data: which nobody changes while the command runs
 *
 * Puts many records that nobody needs afterwards, before all others: they are made while those before them are written, and none is
 * kept. Once for a command.
 */
void
fw_command_put_many (FwCommand *self,
                     guint n_records,
                     FwCommandMake make,
                     gpointer user_data)
{
  g_return_if_fail (self->make == NULL);
  self->n_many = n_records;
  self->make = make;
  self->make_data = user_data;
}

/**
 * fw_command_add:
 *
 * Returns: (transfer none): a new record of @kind that the command will put, to be filled in
 */
FwRecord *
fw_command_add (FwCommand *self,
                const char *kind)
{
  g_autoptr (FwRecord) record = fw_record_new (kind);

  g_return_val_if_fail (record != NULL, NULL);
  fw_command_put (self, record);
  return record;
}

/**
 * fw_command_remove:
 *
 * Removes a record. One that others still refer to is kept and the command refused.
 */
void
fw_command_remove (FwCommand *self,
                   const char *kind,
                   const char *id)
{
  FwCommandStep *step = g_new0 (FwCommandStep, 1);

  step->removed_kind = g_strdup (kind);
  step->removed_id = g_strdup (id);
  g_ptr_array_add (self->steps, step);
}

/**
 * fw_command_take_draft:
 * @owner: as in fw_store_set_draft()
 * @key: as in fw_store_set_draft()
 *
 * What was drafted there is in this command: the draft goes in the same transaction, so that nothing stands in both or in
 * neither, whenever the power fails.
 */
void
fw_command_take_draft (FwCommand *self,
                       const char *owner,
                       const char *key)
{
  g_ptr_array_add (self->drafts, g_strdup (owner));
  g_ptr_array_add (self->drafts, g_strdup (key));
}

/**
 * fw_command_add_subject:
 * @id: a record the act is about although it does not change it (the case whose paper is printed)
 */
void
fw_command_add_subject (FwCommand *self,
                        const char *id)
{
  g_ptr_array_add (self->subjects, g_strdup (id));
}

/**
 * fw_command_set_detail:
 *
 * Keeps a further fact of the act with the event: document="dismissal-notice", format="pdf".
 */
void
fw_command_set_detail (FwCommand *self,
                       const char *name,
                       const char *value)
{
  if (value == NULL)
    g_tree_remove (self->details, name);
  else
    g_tree_replace (self->details, g_strdup (name), g_strdup (value));
}

/**
 * fw_command_set_final:
 *
 * Says that the act cannot be undone: an issued paper stays issued.
 */
void
fw_command_set_final (FwCommand *self)
{
  fw_command_set_detail (self, "final", "true");
}

guint
fw_command_get_n_changes (FwCommand *self)
{
  return _fw_command_get_n_steps (self);
}

guint
_fw_command_get_n_steps (FwCommand *self)
{
  return self->n_many + self->steps->len;
}

/* The record of a step that is made for it, (transfer full); NULL for other steps. */
FwRecord *
_fw_command_make_record (FwCommand *self,
                         guint index)
{
  return index < self->n_many ? self->make (index, self->make_data) : NULL;
}

/* Any other step, (transfer none). */
const FwCommandStep *
_fw_command_get_step (FwCommand *self,
                      guint index)
{
  return g_ptr_array_index (self->steps, index - self->n_many);
}

GPtrArray *
_fw_command_get_subjects (FwCommand *self)
{
  return self->subjects;
}

GPtrArray *
_fw_command_get_drafts (FwCommand *self)
{
  return self->drafts;
}

const char *
_fw_command_get_what (FwCommand *self)
{
  return self->what;
}

const char *
_fw_command_get_who (FwCommand *self)
{
  return self->who;
}

const char *
_fw_command_get_why (FwCommand *self)
{
  return self->why;
}

static gboolean
add_detail_cb (gpointer name,
               gpointer value,
               gpointer user_data)
{
  json_builder_set_member_name (user_data, name);
  json_builder_add_string_value (user_data, value);
  return FALSE;
}

/* The details as JSON, names in order; NULL where there are none. */
char *
_fw_command_dup_details (FwCommand *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  if (g_tree_nnodes (self->details) == 0)
    return NULL;
  json_builder_begin_object (builder);
  g_tree_foreach (self->details, add_detail_cb, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * fw_command_set_progress:
 * @tell: (nullable): called as its records are written, some hundred times at most
 *
 * For a command of many records, such as an import.
 */
void
fw_command_set_progress (FwCommand *self,
                         FwCommandProgress tell,
                         gpointer user_data)
{
  self->tell = tell;
  self->tell_data = user_data;
}

void
_fw_command_tell (FwCommand *self,
                  guint done)
{
  guint total = _fw_command_get_n_steps (self), a_hundredth = MAX (total / 100, 1);

  if (self->tell != NULL && (done % a_hundredth == 0 || done == total))
    self->tell (done, total, self->tell_data);
}
