/* What `packs --check` does: every file read, every name in every expression looked up, every example run, and every rule that no
 * example makes fail named. */
#include "facts/fw-vocabulary.h"
#include "rules/fw-pack-examples-private.h"
#include "rules/fw-packs-private.h"

#include <string.h>

/* The check of one pack. */
typedef struct
{
  FwPacks *packs;
  FwPack *pack;
  FwPacksReport *report;
  FwExamples *examples;
} FwExamination;

static void
problem_free (FwPackProblem *self)
{
  g_free (self->pack);
  g_free (self->problem);
  g_free (self);
}

void
fw_packs_report_free (FwPacksReport *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

G_GNUC_PRINTF (3, 4)
static void
report (FwPacksReport *self,
        const char *pack,
        const char *format,
        ...)
{
  FwPackProblem *problem = g_new0 (FwPackProblem, 1);
  va_list arguments;

  va_start (arguments, format);
  problem->problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  problem->pack = g_strdup (pack);
  g_ptr_array_add (self->problems, problem);
}

static void
check_expressions (FwExamination *self,
                   FwVocabulary *vocabulary)
{
  for (guint i = 0; i < self->pack->expressions->len; i++)
    {
      FwExpression *expression = g_ptr_array_index (self->pack->expressions, i);
      g_autoptr (GError) problem = NULL;

      if (!fw_vocabulary_check (vocabulary, expression->text, FALSE, &problem))
        report (self->report, self->pack->id, "%s:%d: %s", expression->file, expression->line, problem->message);
    }
}

static void
run_examples (FwExamination *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  self->examples = _fw_examples_load (self->pack, self->packs->pack_schema, self->packs->facts_schema, problems);
  self->report->examples += self->examples->nodes->len;
  for (guint i = 0; i < self->examples->nodes->len; i++)
    _fw_examples_run (self->examples, i, problems);
  for (guint i = 0; i < problems->len; i++)
    report (self->report, self->pack->id, "%s", (char *) problems->pdata[i]);
}

static void
report_untested (FwExamination *self)
{
  for (guint i = 0; i < self->pack->checks->len; i++)
    {
      FwCheck *check = g_ptr_array_index (self->pack->checks, i);

      if (!g_hash_table_contains (self->examples->failed, check->id))
        report (self->report, self->pack->id, "%s:%d: no example makes the check ‘%s’ fail", check->file, check->line, check->id);
    }
  for (guint i = 0; i < self->pack->calculations->len; i++)
    {
      FwCalculation *calculation = g_ptr_array_index (self->pack->calculations, i);

      if (!calculation->inner && !g_hash_table_contains (self->examples->reckoned, calculation->id))
        report (self->report, self->pack->id, "%s:%d: no example reckons ‘%s’", calculation->file, calculation->line, calculation->id);
    }
  for (guint i = 0; i < self->pack->grounds->len; i++)
    {
      FwGroundRule *ground = g_ptr_array_index (self->pack->grounds, i);

      if (!g_hash_table_contains (self->examples->stood_on, ground->open.id))
        report (self->report, self->pack->id, "no example stands on the ground ‘%s’", ground->open.id);
    }
}

static void
examine (FwPacks *packs,
         FwPack *pack,
         FwVocabulary *vocabulary,
         FwPacksReport *result)
{
  FwExamination self = { packs, pack, result, NULL };

  result->packs++;
  result->checks += pack->checks->len;
  result->calculations += pack->calculations->len;
  result->grounds += pack->grounds->len;
  check_expressions (&self, vocabulary);
  run_examples (&self);
  report_untested (&self);
  _fw_examples_free (self.examples);
}

/**
 * fw_packs_check:
 *
 * Returns: (transfer full) (nullable): what is wrong with the packs, if anything; %NULL only where the schema of facts cannot be read
 */
FwPacksReport *
fw_packs_check (FwPacks *self,
                GError **error)
{
  g_autoptr (FwVocabulary) vocabulary = fw_vocabulary_load (error);
  FwPacksReport *result;

  if (vocabulary == NULL)
    return NULL;
  result = g_new0 (FwPacksReport, 1);
  result->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  for (guint i = 0; i < self->found->len; i++)
    {
      FwFoundPack *found = g_ptr_array_index (self->found, i);
      g_autoptr (GError) problem = NULL;
      FwPack *pack = fw_packs_get (self, found->id, &problem);

      if (pack != NULL)
        examine (self, pack, vocabulary, result);
      else
        report (result, found->id, "%s", problem->message);
    }
  return result;
}
