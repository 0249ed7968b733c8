/* What all runs of one judgment or one reckoning share: settings, what was read of the facts, what had to be asked for. */
#include "rules/fw-pack-private.h"

#include <string.h>

static void
asked_free (FwAsked *self)
{
  g_free (self->name);
  g_free (self->text.zh);
  g_free (self->text.en);
  g_free (self);
}

GPtrArray *
_fw_asked_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) asked_free);
}

static void
selected_free (gpointer value)
{
  fw_value_clear (value);
  g_free (value);
}

/**
 * _fw_scope_new:
 * @facts: (nullable): (not copied)
 * @settings: (nullable): (not copied): id → value, complete with what the case and the place say
 */
FwScope *
_fw_scope_new (FwPack *pack,
               FwFacts *facts,
               GHashTable *settings,
               FwDate law_day)
{
  FwScope *self = g_new0 (FwScope, 1);

  self->pack = pack;
  self->facts = facts;
  self->settings = settings;
  self->law_day = law_day;
  self->settings_read = g_hash_table_new (NULL, NULL);
  self->asked = _fw_asked_new ();
  self->selected = g_hash_table_new_full (NULL, NULL, NULL, selected_free);
  return self;
}

/**
 * _fw_scope_share:
 * @other: whose facts are the same: what was read of them once is not read again
 */
void
_fw_scope_share (FwScope *self,
                 FwScope *other)
{
  g_hash_table_unref (self->selected);
  self->selected = g_hash_table_ref (other->selected);
}

void
_fw_scope_free (FwScope *self)
{
  g_hash_table_unref (self->settings_read);
  g_hash_table_unref (self->selected);
  g_ptr_array_unref (self->asked);
  g_clear_error (&self->problem);
  g_free (self);
}

/* The value of a setting, its default where nobody chose; that it was looked at decides which other readings
 * are tried. Borrowed. */
const char *
_fw_scope_setting (FwScope *self,
                   FwSetting *setting)
{
  const char *value = self->settings != NULL ? g_hash_table_lookup (self->settings, setting->id) : NULL;

  g_hash_table_add (self->settings_read, setting);
  return value != NULL ? value : setting->default_value;
}

/* Notes that @name is to be asked for, once. */
void
_fw_scope_ask (FwScope *self,
               const char *name,
               FwText text,
               const char *kind)
{
  FwAsked *asked;

  for (guint i = 0; i < self->asked->len; i++)
    if (strcmp (((FwAsked *) g_ptr_array_index (self->asked, i))->name, name) == 0)
      return;
  asked = g_new0 (FwAsked, 1);
  asked->name = g_strdup (name);
  asked->text.zh = g_strdup (text.zh != NULL ? text.zh : name);
  asked->text.en = g_strdup (text.en != NULL ? text.en : name);
  asked->kind = kind;
  g_ptr_array_add (self->asked, asked);
}
